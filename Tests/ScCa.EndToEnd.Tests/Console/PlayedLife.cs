using System.Text.Json;
using ScCa.EndToEnd.Tests.Console;
using Xunit;

[assembly: AssemblyFixture(typeof(PlayedLife))]

namespace ScCa.EndToEnd.Tests.Console;

/// <summary>One demonstration, played once for all tests that only look at it.</summary>
public sealed class PlayedLife : IAsyncLifetime
{
    private readonly TemporaryFolder temporary = new();

    public HostResult Result { get; private set; } = new(-1, "", "");

    public string Folder => temporary.At("life");

    public JsonElement Report { get; private set; }

    public string Certificate => Report.GetProperty("certificate").GetString()!;

    public async ValueTask InitializeAsync()
    {
        Result = await HostProcess.RunConsole(temporary.Path, "demo", "--json", "--data", Folder);
        Report = JsonDocument.Parse(Result.Out).RootElement;
    }

    /// <summary>One step of one of the stories.</summary>
    public JsonElement Step(string story, string id) => Report.GetProperty("steps").EnumerateArray()
        .Single(s => s.GetProperty("story").GetString() == story && s.GetProperty("id").GetString() == id);

    /// <summary>A copy that a test may work on.</summary>
    public string CopyTo(TemporaryFolder to)
    {
        var copy = to.At("copy");
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public ValueTask DisposeAsync()
    {
        temporary.Dispose();
        return ValueTask.CompletedTask;
    }
}
