using System.Text.Json;
using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

public sealed class WorkerTests(PlayedLife life)
{
    [Fact]
    public async Task Without_demo_every_missing_part_is_named_in_both_languages_and_nothing_is_made()
    {
        using var temporary = new TemporaryFolder();
        var result = await HostProcess.RunWorker(temporary.Path, "--once");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Out);
        foreach (var code in new[] { "ST1", "ST2", "ST3", "ST4", "ST5", "ST6" })
            Assert.Equal(2, result.Error.Split('\n').Count(line => line.TrimStart().StartsWith($"{code} ", StringComparison.Ordinal)));
        Assert.Contains("没有短信网关", result.Error, StringComparison.Ordinal);
        Assert.Contains("There is no SMS gateway", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    [Fact]
    public async Task A_demonstrations_folder_is_refused_without_demo_and_a_real_one_with_it()
    {
        var demonstration = await HostProcess.RunWorker(life.Folder, "--once", "--data", life.Folder);
        Assert.Equal(2, demonstration.ExitCode);
        Assert.Contains("ST7", demonstration.Error, StringComparison.Ordinal);

        using var temporary = new TemporaryFolder();
        await HostProcess.RunConsole(temporary.Path, "init", "--data", temporary.At("real"));
        var made = Directory.EnumerateFileSystemEntries(temporary.At("real")).Order(StringComparer.Ordinal).ToList();
        var real = await HostProcess.RunWorker(temporary.Path, "--once", "--demo", "--data", temporary.At("real"));
        Assert.Equal(2, real.ExitCode);
        Assert.Contains("ST8", real.Error, StringComparison.Ordinal);
        Assert.Contains(temporary.At("real/master.key"), made);
        Assert.Equal(made, Directory.EnumerateFileSystemEntries(temporary.At("real")).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("rule", "F5")]
    public async Task F5_Once_set_up_the_administrator_is_no_longer_missed_and_gets_a_new_code_at_the_server()
    {
        using var temporary = new TemporaryFolder();
        var init = await HostProcess.RunConsole(temporary.Path, "init", "--data", temporary.At("real"), "--administrator", "zhang");
        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.Matches("zhang.*([0-9A-Z]{5}-){3}[0-9A-Z]{5}", init.Out);

        var worker = await HostProcess.RunWorker(temporary.Path, "--once", "--data", temporary.At("real"));
        Assert.Equal(2, worker.ExitCode);
        Assert.Contains("ST1", worker.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ST5", worker.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ST6", worker.Error, StringComparison.Ordinal);

        var code = await HostProcess.RunConsole(temporary.Path, "staff", "code", "zhang", "--data", temporary.At("real"));
        Assert.True(code.ExitCode == 0, code.ToString());
        Assert.NotEqual(init.Out, code.Out);
        var unknown = await HostProcess.RunConsole(temporary.Path, "staff", "code", "wang", "--data", temporary.At("real"));
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("F1", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_is_configured_in_part_is_refused_by_the_missing_setting()
    {
        using var temporary = new TemporaryFolder();
        await File.WriteAllTextAsync(
            temporary.At("appsettings.json"), """{ "Authority": { "CertificateFile": "ca.crt", "KeyFile": "ca.key" } }""", TestContext.Current.CancellationToken);
        var result = await HostProcess.RunWorker(temporary.Path, "--once");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Authority:PasswordFile is missing", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("rule", "C9")]
    [InlineData("2028-01-09")]
    [InlineData("2031-06-30T00:00:00+08:00")]
    public async Task A_round_after_all_is_done_writes_nothing_C9(string asOf)
    {
        using var temporary = new TemporaryFolder();
        var copy = life.CopyTo(temporary);
        // The stories end on days of their own; what has ended since the last of them swept is noted here.
        await Round(copy, "--once");
        var settled = (await Round(copy, "--once", "--as-of", asOf)).GetProperty("lastPosition").GetInt64();
        foreach (var arguments in new string[][] { ["--once"], ["--once", "--as-of", asOf] })
        {
            var line = await Round(copy, arguments);
            Assert.Equal(0, line.GetProperty("eventsWritten").GetInt64());
            Assert.Equal(0, line.GetProperty("expiriesNoted").GetInt32());
            Assert.Equal(settled, line.GetProperty("lastPosition").GetInt64());
        }
    }

    private static async Task<JsonElement> Round(string data, params string[] arguments)
    {
        var result = await HostProcess.RunWorker(data, ["--demo", "--data", data, .. arguments]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonDocument.Parse(Assert.Single(result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
    }

    [Fact]
    public async Task A_second_worker_stands_by_a_single_round_is_refused_and_the_end_of_the_first_lets_it_in()
    {
        using var temporary = new TemporaryFolder();
        var copy = life.CopyTo(temporary);
        await using var first = HostProcess.StartWorker(copy, "--demo", "--data", copy);
        await first.WaitForOutput("Swept for");
        await using var second = HostProcess.StartWorker(copy, "--demo", "--data", copy);
        await second.WaitForOutput("standing by");
        var round = await HostProcess.RunWorker(copy, "--demo", "--data", copy, "--once");
        Assert.Equal(2, round.ExitCode);
        Assert.Contains("ST11", round.Error, StringComparison.Ordinal);

        Assert.Equal(0, await first.Terminate());
        await second.WaitForOutput("was swept before");
        Assert.Equal(0, await second.Terminate());
    }

    [Theory]
    [InlineData("Not known: --frob", "--frob")]
    [InlineData("--data needs a value", "--data")]
    [InlineData("--as-of goes with --once only", "--as-of", "2026-06-30")]
    [InlineData("“soon” cannot be read", "--once", "--as-of", "soon")]
    public async Task A_wrong_command_line_says_what_is_wrong(string expected, params string[] arguments)
    {
        var result = await HostProcess.RunWorker(life.Folder, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }
}
