using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Staff;
using ScCa.Composition;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary>Accounts and roles at the server: the same desk as the page's, with the same two people.</summary>
public sealed partial class StaffAccountTests : IDisposable
{
    private const string Passphrase = "correct horse battery";

    private readonly TemporaryFolder temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => temporary.At("real");

    public void Dispose() => temporary.Dispose();

    [Fact]
    [Trait("rule", "F4")]
    [Trait("rule", "F5")]
    public async Task F4_accounts_are_opened_and_roles_granted_and_what_takes_two_takes_two()
    {
        await SetUp();
        var wang = await Done("open", "zhang", "wang", "--name", "王二");
        await Enrol("wang", Code().Match(wang.Out).Value);
        Assert.Contains("管理员", (await Done("grant", "zhang", "wang", "Administrator")).Out, StringComparison.Ordinal);

        var li = Json(await Done("open", "zhang", "li", "--name", "李三", "--json"));
        Assert.Equal(("li", "李三", false), (li.GetProperty("account").GetString(), li.GetProperty("name").GetString(), li.GetProperty("closed").GetBoolean()));
        Assert.Matches(Code(), li.GetProperty("code").GetString()!);
        var asked = Json(await Done("grant", "zhang", "li", "CaOperator", "--json"));
        Assert.Empty(asked.GetProperty("roles").EnumerateArray());
        Assert.Equal("zhang", asked.GetProperty("requests")[0].GetProperty("by").GetString());
        Assert.False(asked.TryGetProperty("code", out _));

        Assert.Contains("F4", (await Refused("confirm", "zhang", "li", "CaOperator")).Error, StringComparison.Ordinal);
        var confirmed = Json(await Done("confirm", "wang", "li", "CaOperator", "--json"));
        Assert.Equal("CaOperator", confirmed.GetProperty("roles")[0].GetString());
        Assert.Contains("F3", (await Refused("close", "wang", "wang")).Error, StringComparison.Ordinal);
        Assert.Contains("F5", (await Refused("close", "wang", "zhang")).Error, StringComparison.Ordinal);

        await Done("withdraw", "wang", "li", "CaOperator");
        Assert.Contains("已注销", (await Done("close", "zhang", "li")).Out, StringComparison.Ordinal);
        var list = Json(await Done("list", "wang", null, "--json"));
        Assert.Equal(
            [("li", true), ("wang", false), ("zhang", false)],
            list.EnumerateArray().Select(a => (a.GetProperty("account").GetString()!, a.GetProperty("closed").GetBoolean())));
    }

    [Fact]
    [Trait("rule", "F7")]
    [Trait("rule", "F2")]
    public async Task F7_nobody_changes_accounts_without_an_administrators_passphrase()
    {
        await SetUp();
        var li = await Done("open", "zhang", "li", "--name", "李三");
        await Enrol("li", Code().Match(li.Out).Value);

        await File.WriteAllTextAsync(temporary.At("wrong"), "not the passphrase\n", Cancellation);
        var wrong = await Console("list", "--as", "zhang", "--passphrase-file", temporary.At("wrong"), "--data", Data);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Out));
        Assert.Contains("F7", wrong.Error, StringComparison.Ordinal);
        var notPermitted = await Refused("list", "li", null);
        Assert.Contains("F2", notPermitted.Error, StringComparison.Ordinal);
        Assert.Contains("F2", (await Refused("grant", "li", "li", "Administrator")).Error, StringComparison.Ordinal);
        Assert.Contains("I5", (await Refused("grant", "zhang", "li", "Emperor")).Error, StringComparison.Ordinal);

        Assert.Equal(2, (await Console("list", "--as", "zhang", "--passphrase-file", temporary.At("none"), "--data", Data)).ExitCode);
        Assert.Equal(2, (await Console("list", "--as", "zhang", "--passphrase-file", temporary.At("wrong"), "--data", temporary.At("nothing-there"))).ExitCode);
    }

    private async Task SetUp()
    {
        var init = await HostProcess.RunConsole(temporary.Path, "init", "--data", Data, "--administrator", "zhang");
        await File.WriteAllTextAsync(temporary.At("passphrase"), $"{Passphrase}\r\nnot this line", Cancellation);
        await Enrol("zhang", Code().Match(init.Out).Value);
    }

    // At the page /staff/enrol, in real life.
    private async Task Enrol(string account, string code)
    {
        await using var services = new ServiceCollection().AddLogging().AddScCa(options => options.DataFolder = Data).BuildServiceProvider();
        var enrolled = await services.GetRequiredService<StaffSignIn>().Enrol(account, code, Passphrase, Cancellation);
        Assert.False(enrolled.IsRefused, enrolled.Refusal?.En);
    }

    private async Task<HostResult> Done(string verb, string by, string? account, params string[] more)
    {
        var result = await Run(verb, by, account, more);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }

    private async Task<HostResult> Refused(string verb, string by, string? account, params string[] more)
    {
        var result = await Run(verb, by, account, more);
        Assert.True(result.ExitCode == 1, result.ToString());
        return result;
    }

    private Task<HostResult> Run(string verb, string by, string? account, string[] more) =>
        Console([verb, .. account is null ? Array.Empty<string>() : [account], .. more, "--as", by, "--passphrase-file", temporary.At("passphrase"), "--data", Data]);

    private Task<HostResult> Console(params string[] arguments) => HostProcess.RunConsole(temporary.Path, ["staff", .. arguments, "--lang", "zh"]);

    private static JsonElement Json(HostResult result) => JsonDocument.Parse(result.Out).RootElement;

    [GeneratedRegex("([0-9A-Z]{5}-){3}[0-9A-Z]{5}")]
    private static partial Regex Code();
}
