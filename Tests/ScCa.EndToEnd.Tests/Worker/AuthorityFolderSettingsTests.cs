using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>The authority is a ceremony's folder, or what is wrong with it is told as ST3.</summary>
[Collection(nameof(HeldCeremony))]
public sealed class AuthorityFolderSettingsTests(HeldCeremony held, PlayedLife life)
{
    [Fact]
    public async Task A_folder_that_a_ceremony_made_is_real_and_only_the_other_parts_are_missing()
    {
        using var temporary = new TemporaryFolder();
        var result = await Start(temporary, held.Authority, held.PasswordFile);

        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("ST3 ", result.Error, StringComparison.Ordinal);
        Assert.Contains("ST1 ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(HeldCeremony.Password, result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstrations_hierarchy_is_refused_by_name_and_a_folder_without_an_issuing_key_too()
    {
        using var temporary = new TemporaryFolder();
        var demo = Path.Combine(life.Folder, "demo-ca");
        var played = await Start(temporary, demo, Path.Combine(demo, "demo-ca.password"));
        var empty = await Start(temporary, Directory.CreateDirectory(temporary.At("empty")).FullName, held.PasswordFile);

        Assert.Equal((2, 2), (played.ExitCode, empty.ExitCode));
        Assert.Contains("ST3 ", played.Error, StringComparison.Ordinal);
        Assert.Contains("ScCa DEMO", played.Error, StringComparison.Ordinal);
        Assert.Contains("is a demonstration CA and cannot be the real authority", played.Error, StringComparison.Ordinal);
        Assert.Contains("holds no issuing authority's key", empty.Error, StringComparison.Ordinal);
    }

    private static Task<HostResult> Start(TemporaryFolder temporary, string folder, string passwordFile) => HostProcess.RunWorker(
        temporary.Path, new Dictionary<string, string> { ["SCCA_AUTHORITY__FOLDER"] = folder, ["SCCA_AUTHORITY__PASSWORDFILE"] = passwordFile }, "--once");
}
