using System.Text;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Privacy;

/// <summary>A search that finds nothing proves something only where it would have found it.</summary>
public sealed class FolderSearchTests : IDisposable
{
    private const string Name = "欧阳评标";

    private readonly string folder = Directory.CreateTempSubdirectory("scca-folder-search-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Written =>
    [
        Convert.ToHexString(Encoding.UTF8.GetBytes($"x{Name}y")),
        Convert.ToHexString(Encoding.Unicode.GetBytes($"x{Name}y")),
        Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes($"x{Name}y")),
        Convert.ToHexString(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes($"x{Name}y")),
        Convert.ToHexString(Encoding.ASCII.GetBytes(System.Text.Json.JsonSerializer.Serialize(Name))),
        Convert.ToHexString(Encoding.ASCII.GetBytes($"?name={Uri.EscapeDataString(Name)}&x=1")),
        Convert.ToHexString(Encoding.ASCII.GetBytes($"?name={Uri.EscapeDataString(Name).ToLowerInvariant()}")),
        Convert.ToHexString(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Name)))),
        Convert.ToHexString(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"x{Name}y")))),
        Convert.ToHexString(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"xy{Name}z")))),
    ];

    [Theory, MemberData(nameof(Written))]
    public void A_name_is_found_however_it_is_written(string hex)
    {
        Directory.CreateDirectory(Path.Combine(folder, "below"));
        File.WriteAllBytes(Path.Combine(folder, "below", "file"), Convert.FromHexString(hex));

        Assert.Throws<TestFailedException>(() => new FolderSearch(folder).FindsNone(Name));
        new FolderSearch(folder).FindsNone("王小梅");
    }
}
