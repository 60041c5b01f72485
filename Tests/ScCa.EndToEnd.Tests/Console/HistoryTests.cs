using System.Text.Json;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class HistoryTests(PlayedLife life)
{
    [Theory]
    [Trait("rule", "C9")]
    [Trait("rule", "C12")]
    [InlineData("2026-01-05T09:10:00+08:00", "applied", null)]
    [InlineData("2026-06-30", "valid", 1)]
    [InlineData("2027-01-05T23:59:59+08:00", "valid", 2)]
    [InlineData("2028-01-05", "valid", 2)]
    [InlineData("2028-01-05T15:59:59Z", "valid", 2)]
    [InlineData("2028-01-06T00:00:00+08:00", "expired", null)]
    [InlineData("2028-01-07", "expired", null)]
    public async Task As_of_an_instant_the_standing_comes_from_notAfter_C9_C12(string asOf, string status, int? generation)
    {
        var result = await HostProcess.RunConsole(life.Folder, "history", life.Certificate, "--as-of", asOf, "--data", life.Folder, "--json");
        Assert.True(result.ExitCode == 0, result.ToString());
        var standing = JsonDocument.Parse(result.Out).RootElement.GetProperty("standing");
        Assert.Equal(status, standing.GetProperty("status").GetString());
        Assert.Equal(generation, standing.TryGetProperty("validGeneration", out var number) ? number.GetInt32() : null);
    }

    [Fact]
    [Trait("rule", "C9")]
    public async Task The_expiry_is_effective_at_notAfter_and_recorded_when_the_sweep_ran_C9()
    {
        var result = await HostProcess.RunConsole(life.Folder, "history", life.Certificate, "--data", life.Folder, "--json");
        var last = JsonDocument.Parse(result.Out).RootElement.GetProperty("entries").EnumerateArray().Last();
        Assert.Equal("certificate.expired.v1", last.GetProperty("event").GetString());
        Assert.Equal("2028-01-05T23:59:59+08:00", last.GetProperty("effectiveAt").GetString());
        Assert.Equal("2028-01-09T03:00:00+08:00", last.GetProperty("recordedAt").GetString());
        Assert.Equal("system:nightly-sweep", last.GetProperty("actor").GetString());
    }

    [Fact]
    [Trait("rule", "C12")]
    public async Task Every_event_of_a_certificate_has_its_words_in_both_languages_C12()
    {
        foreach (var (language, marker) in new[] { ("zh", "到期"), ("en", "Expired") })
        {
            var result = await HostProcess.RunConsole(life.Folder, "history", life.Certificate, "--data", life.Folder, "--lang", language);
            Assert.True(result.ExitCode == 0, result.ToString());
            Assert.Contains(marker, result.Out, StringComparison.Ordinal);
            // An event without words is shown by its stored name.
            Assert.DoesNotContain("certificate.", result.Out, StringComparison.Ordinal);
        }

        foreach (var file in (string[])["console.zh-CN.json", "console.en.json"])
        {
            var texts = await File.ReadAllTextAsync(Repository.At("Hosts", "ScCa.Console", "Texts", file), TestContext.Current.CancellationToken);
            var events = JsonDocument.Parse(texts).RootElement.GetProperty("history").GetProperty("events").EnumerateObject().Select(e => e.Name);
            Assert.Equal(Application.EventCatalog.StoredNames.Order(StringComparer.Ordinal), events.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [Trait("rule", "C8")]
    [InlineData("zh", "已吊销", "机构撤销（裁定或误发）")]
    [InlineData("en", "revoked", "privilege withdrawn")]
    public async Task A_revoked_certificate_says_so_and_why_and_has_no_seal_left_C8(string language, string status, string reason)
    {
        var certificate = life.Step("gov", "expert-reissue").GetProperty("facts").GetProperty("certificate").GetString()!;
        var shown = await HostProcess.RunConsole(life.Folder, "history", certificate, "--data", life.Folder, "--lang", language);
        Assert.True(shown.ExitCode == 0, shown.ToString());
        Assert.Contains(status, shown.Out, StringComparison.Ordinal);
        Assert.Contains(reason, shown.Out, StringComparison.Ordinal);
        var json = await HostProcess.RunConsole(life.Folder, "history", certificate, "--data", life.Folder, "--json");
        var standing = JsonDocument.Parse(json.Out).RootElement.GetProperty("standing");
        Assert.Equal(("revoked", "PrivilegeWithdrawn", 0), (
            standing.GetProperty("status").GetString(), standing.GetProperty("revokedFor").GetString(), standing.GetProperty("seals").GetArrayLength()));
    }

    [Theory]
    [Trait("rule", "C12")]
    [InlineData("2025-09-22", "GmT0031V2014", "2025-11-20")]
    [InlineData("2025-09-23", "GbT38540V2020", "2026-11-20")]
    public async Task A_seal_is_shown_as_it_stood_at_the_instant_C12(string asOf, string format, string notAfter)
    {
        var certificate = life.Step("seals", "upgrade").GetProperty("facts").GetProperty("certificate").GetString()!;
        var result = await HostProcess.RunConsole(life.Folder, "history", certificate, "--as-of", asOf, "--data", life.Folder, "--json");
        var seal = Assert.Single(JsonDocument.Parse(result.Out).RootElement.GetProperty("standing").GetProperty("seals").EnumerateArray());
        Assert.Equal((format, notAfter), (seal.GetProperty("format").GetString(), seal.GetProperty("notAfter").GetString()));
    }

    [Fact]
    public async Task An_unknown_certificate_is_refused_by_its_rule()
    {
        var result = await HostProcess.RunConsole(life.Folder, "history", "c-nobody", "--data", life.Folder, "--json", "--lang", "en");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("CertificateUnknown", JsonDocument.Parse(result.Out).RootElement.GetProperty("code").GetString());
        Assert.Contains("There is no such certificate.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_refused_and_not_made()
    {
        using var temporary = new TemporaryFolder();
        var result = await HostProcess.RunConsole(temporary.Path, "history", "c-1", "--data", temporary.At("nowhere"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ST9", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-06-30T09:00:00")]
    [InlineData("yesterday")]
    public async Task An_as_of_that_cannot_be_read_is_refused_in_both_languages(string asOf)
    {
        var result = await HostProcess.RunConsole(life.Folder, "history", life.Certificate, "--as-of", asOf, "--data", life.Folder);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"“{asOf}”看不懂", result.Error, StringComparison.Ordinal);
        Assert.Contains($"“{asOf}” cannot be read", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_writes_nothing_and_goes_on_beside_a_worker()
    {
        using var temporary = new TemporaryFolder();
        var copy = life.CopyTo(temporary);
        await HostProcess.RunConsole(copy, "history", life.Certificate, "--data", copy);
        // The shared-memory index is rebuilt by whoever comes first after a copy; it holds nothing of its own.
        var before = Durable(copy);
        var alone = await HostProcess.RunConsole(copy, "history", life.Certificate, "--data", copy, "--json");
        Assert.Equal(before, Durable(copy));

        await using var worker = HostProcess.StartWorker(copy, "--demo", "--data", copy);
        await worker.WaitForOutput("Application started");
        var beside = await HostProcess.RunConsole(copy, "history", life.Certificate, "--data", copy, "--json");
        Assert.True(beside.ExitCode == 0, beside.ToString());
        Assert.Equal(Entries(alone), Entries(beside));
    }

    private static string Entries(HostResult result) => JsonDocument.Parse(result.Out).RootElement.GetProperty("entries").GetRawText();

    private static List<string> Durable(string folder) => [.. TemporaryFolder.Listing(folder).Where(f => !f.Contains("-shm", StringComparison.Ordinal))];
}
