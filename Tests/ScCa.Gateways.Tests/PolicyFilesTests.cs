using ScCa.Gateways.Policies;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class PolicyFilesTests
{
    [Fact]
    public void Policies_are_read_in_the_order_of_their_names_and_the_published_list_apart()
    {
        using var temporary = new TemporaryFolder();
        foreach (var (name, text) in new[] { ("b.json", "2"), ("a.json", "1"), ("published.json", "[]"), ("notes.txt", "x") })
            File.WriteAllText(temporary[name], text);
        var folder = new PolicyFiles(temporary.Path);

        Assert.Equal([(temporary["a.json"], "1"), (temporary["b.json"], "2")], folder.Policies()!.Select(p => (p.File, Text(p.Json))));
        Assert.Equal((temporary["published.json"], "[]"), (folder.Published().File, Text(folder.Published().Json!.Value)));
        Assert.Equal(temporary.Path, folder.Name);
    }

    [Fact]
    public void A_folder_that_is_not_there_has_nothing_and_one_without_a_list_has_none()
    {
        using var temporary = new TemporaryFolder();

        Assert.Null(new PolicyFiles(temporary["nowhere"]).Policies());
        Assert.Empty(new PolicyFiles(temporary.Path).Policies()!);
        Assert.Equal((temporary["published.json"], null), new PolicyFiles(temporary.Path).Published());
    }

    [Fact]
    public void A_new_list_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it()
    {
        using var temporary = new TemporaryFolder();
        var folder = new PolicyFiles(temporary.Path);

        folder.Publish("[1]"u8.ToArray());
        folder.Publish("[]"u8.ToArray());

        Assert.Equal("[]", Text(folder.Published().Json!.Value));
        Assert.Equal(["published.json"], Directory.EnumerateFiles(temporary.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_list_that_was_left_half_written_by_a_crash_is_neither_read_nor_in_the_way()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary["published.json"], "[]");
        File.WriteAllText(temporary["published.json.new"], "[{ half");
        var folder = new PolicyFiles(temporary.Path);

        Assert.Equal("[]", Text(folder.Published().Json!.Value));
        Assert.Empty(folder.Policies()!);
        folder.Publish("[2]"u8.ToArray());
        Assert.Equal("[2]", Text(folder.Published().Json!.Value));
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes.Span);
}
