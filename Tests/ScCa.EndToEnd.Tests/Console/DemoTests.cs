using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ScCa.Testing;
using ScCa.Pki.Certificates;
using ScCa.Pki.Paths;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class DemoTests(PlayedLife life)
{
    private static readonly string[] Steps =
    [
        "login", "apply", "return", "resubmit", "approve", "papers", "wrong-payer", "short-transfer", "issue", "label", "post", "invoice", "parcel-back",
        "parcel-again", "parcel-old-news", "parcel-signed", "renew-too-early", "renew", "renew-twice",
        "approve-renewal", "grant", "pull", "old-end", "expire", "valid-at",
    ];

    [Fact]
    public void The_whole_life_comes_out_as_expected_and_nothing_but_one_document_is_printed()
    {
        Assert.True(life.Result.ExitCode == 0, life.Result.ToString());
        Assert.Equal("", life.Result.Error);
        Assert.True(life.Report.GetProperty("ok").GetBoolean());
        Assert.False(life.Report.TryGetProperty("failedStep", out _));
        var steps = life.Report.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(Steps, steps.Where(s => s.GetProperty("story").GetString() == "life").Select(s => s.GetProperty("id").GetString()!));
        Assert.All(steps, step => Assert.True(step.GetProperty("ok").GetBoolean()));
    }

    [Fact]
    [Trait("rule", "C2")]
    [Trait("rule", "C4")]
    public void Each_generation_ends_a_year_after_the_one_before_C2_C4()
    {
        var generations = life.Report.GetProperty("generations").EnumerateArray().ToList();
        Assert.Equal(
            ["2027-01-05T23:59:59+08:00", "2028-01-05T23:59:59+08:00"], generations.Select(g => g.GetProperty("notAfter").GetString()));
        Assert.Equal(["2026-01-05T15:00:00+08:00", "2026-11-09T09:00:00+08:00"], generations.Select(g => g.GetProperty("notBefore").GetString()));
    }

    [Theory]
    [Trait("rule", "C3")]
    [Trait("rule", "P2")]
    [Trait("rule", "D1")]
    [InlineData("life", "apply", "charge", "300.00")]
    [InlineData("life", "apply", "opening", "100.00")]
    [InlineData("life", "apply", "annual", "200.00")]
    [InlineData("life", "short-transfer", "missing", "100.00")]
    [InlineData("life", "issue", "postBy", "2026-01-07")]
    [InlineData("life", "renew-too-early", "firstDate", "2026-11-06")]
    [InlineData("life", "renew", "charge", "200.00")]
    [InlineData("life", "grant", "notAfter", "2028-01-05")]
    [InlineData("life", "expire", "effectiveAt", "2028-01-05T23:59:59+08:00")]
    [InlineData("life", "expire", "recordedAt", "2028-01-09T03:00:00+08:00")]
    [InlineData("seals", "new-two-years", "charge", "600.00")]
    [InlineData("seals", "upgrade", "reviewBy", "2025-09-24")]
    [InlineData("seals", "seal-renew", "charge", "200.00")]
    [InlineData("gov", "reissue", "charge", "50.00")]
    [InlineData("gov", "expert-new", "charge", "200.00")]
    [InlineData("pharma", "new", "charge", "250.00")]
    [InlineData("pharma", "role-account", "postBy", "2025-11-14")]
    [InlineData("rural", "new", "charge", "400.00")]
    [InlineData("rural", "farmer-new", "charge", "300.00")]
    [InlineData("public", "renew-day-60", "notAfter", "2026-11-05")]
    [InlineData("social", "renew", "notAfter", "2027-03-03")]
    public void A_step_reports_what_it_read_back_P2_D1_C3_C9(string story, string step, string fact, string expected) =>
        Assert.Equal(expected, Step(story, step).GetProperty("facts").GetProperty(fact).GetString());

    [Theory]
    [Trait("rule", "C3")]
    [Trait("rule", "C7")]
    [Trait("rule", "C8")]
    [InlineData("social", "renew-day-61", "C3")]
    [InlineData("social", "new-window-first", "A8")]
    [InlineData("social", "change", "A5")]
    [InlineData("social", "unlock-without-key", "A6")]
    [InlineData("gov", "reissue-without-papers", "A3")]
    [InlineData("gov", "reissue-expired", "C7")]
    [InlineData("gov", "unlock-revoked", "C8")]
    [InlineData("gov", "confirmed-by-the-same", "C8")]
    [InlineData("seals", "upgrade-too-late", "S3")]
    [InlineData("seals", "seal-renew-twice", "S5")]
    [InlineData("ends", "withdraw-without-refund", "A3")]
    [InlineData("pharma", "visit-at-noon", "W1")]
    [InlineData("pharma", "reissue-expired", "C7")]
    [InlineData("rural", "new-on-a-holiday", "W1")]
    public void What_the_rules_do_not_allow_is_refused_under_its_rule(string story, string step, string rule)
    {
        var played = Step(story, step);
        Assert.True(played.GetProperty("ok").GetBoolean());
        Assert.False(played.GetProperty("completes").GetBoolean());
        Assert.Equal([rule], played.GetProperty("rules").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    [Trait("rule", "A5")]
    public void Every_operation_that_a_shipped_policy_offers_was_played_to_its_end_A5()
    {
        var offered = Directory.EnumerateFiles(Repository.At("Domain", "ScCa.Domain", "Platforms", "Policies"), "*.*.json").Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal))
            .Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement)
            .SelectMany(p => p.GetProperty("services").EnumerateArray().Select(s => (p.GetProperty("id").GetString()!, s.GetProperty("operation").GetString()!.ToUpperInvariant())))
            .Distinct().Order();
        var done = life.Report.GetProperty("operations").EnumerateArray()
            .Where(o => o.GetProperty("done").GetBoolean() && o.GetProperty("steps").GetInt32() == o.GetProperty("stepsOk").GetInt32())
            .Select(o => (o.GetProperty("platform").GetString()!, o.GetProperty("operation").GetString()!.ToUpperInvariant())).Order();
        Assert.Equal(offered, done);
    }

    [Fact]
    [Trait("rule", "C1")]
    public void Serials_are_unique_hex_of_at_least_64_bits_C1()
    {
        var serials = life.Report.GetProperty("generations").EnumerateArray().Select(g => g.GetProperty("serial").GetString()!).ToList();
        Assert.Equal(2, serials.Distinct().Count());
        Assert.All(serials, serial => Assert.Matches("^[1-9A-F][0-9A-F]{15,39}$", serial));
    }

    [Fact]
    [Trait("rule", "C1")]
    public void The_issued_certificates_chain_to_the_demonstration_authority_C1()
    {
        var authorities = PkiCertificate.FromFile(File.ReadAllBytes(life.Report.GetProperty("authorityCertificate").GetString()!));
        foreach (var generation in life.Report.GetProperty("generations").EnumerateArray())
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(generation.GetProperty("file").GetString()!);
            Assert.Equal(generation.GetProperty("serial").GetString(), certificate.SerialNumber.TrimStart('0'));
            var result = PathValidator.Validate(
                PkiCertificate.From(certificate.RawData), PathInputs.Of([.. authorities.Where(a => a.IsSelfIssued)], [.. authorities.Where(a => !a.IsSelfIssued)]),
                new PathOptions(certificate.NotAfter));
            Assert.True(result.IsValid, string.Join(", ", result.Findings.Select(f => f.En)));
        }
    }

    [Fact]
    public async Task Openssl_verifies_them_too_where_the_machine_has_it()
    {
        foreach (var generation in life.Report.GetProperty("generations").EnumerateArray())
        {
            if (StartOpenssl(generation.GetProperty("file").GetString()!) is not { } started)
            {
                TestContext.Current.AddWarning("This machine has no openssl; the framework's own verdict is in the test beside this one.");
                return;
            }

            using var openssl = started;
            var said = await openssl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await openssl.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(openssl.ExitCode == 0, said);
        }
    }

    [Fact]
    [Trait("rule", "A7")]
    public void Neither_phone_nor_name_of_the_handler_is_printed_or_stored_in_clear_A7()
    {
        // What the demonstration types in.
        string[] personal = ["13900000000", "李演示", "评演示", "评改名", "农演示", "510100190001010012", "510100190001010020"];
        foreach (var secret in personal)
        {
            Assert.DoesNotContain(secret, life.Result.Out, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, life.Result.Error, StringComparison.Ordinal);
            foreach (var file in Directory.EnumerateFiles(life.Folder, "*.db*").Concat(Directory.EnumerateFiles(Path.Combine(life.Folder, "stand-ins"), "*.jsonl")))
                Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
        }
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_refused_and_left_as_it_is()
    {
        var before = TemporaryFolder.Listing(life.Folder);
        var again = await HostProcess.RunConsole(Path.GetTempPath(), "demo", "--json", "--data", life.Folder);
        Assert.Equal(2, again.ExitCode);
        Assert.Equal("", again.Out);
        Assert.Contains(life.Folder, again.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Listing(life.Folder));
    }

    [Fact]
    public async Task Without_a_folder_named_every_demonstration_gets_a_new_one()
    {
        using var here = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(here.Path, "data", "demo-0001"));
        var chinese = await HostProcess.RunConsole(here.Path, "demo");
        Assert.True(chinese.ExitCode == 0, chinese.ToString());
        Assert.Contains("全部 139 步都与预期一致", chinese.Out, StringComparison.Ordinal);
        foreach (var shown in (string[])["每项业务", "农村产权", "签章续期"])
            Assert.Contains(shown, chinese.Out, StringComparison.Ordinal);
        // Pipes get text alone.
        Assert.DoesNotContain('\u001b', chinese.Out);
        Assert.Equal(["demo-0001", "demo-0002"], Directory.EnumerateDirectories(here.At("data")).Select(d => Path.GetFileName(d)).Order());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(here.Path, "data", "demo-0001")));
    }

    [Fact, Trait("set", "long")]
    public async Task A_demonstration_speaks_english_to_who_asks_for_it()
    {
        using var here = new TemporaryFolder();
        var english = await HostProcess.RunConsole(here.Path, new Dictionary<string, string> { ["COLUMNS"] = "120" }, "demo", "--lang", "en");
        Assert.True(english.ExitCode == 0, english.ToString());
        Assert.Contains("all 139 steps came out as expected", english.Out, StringComparison.Ordinal);
        foreach (var shown in (string[])["Every operation on every platform", "Rural property", "Renew seals"])
            Assert.Contains(shown, english.Out, StringComparison.Ordinal);
    }

    private JsonElement Step(string story, string id) => life.Step(story, id);

    private Process? StartOpenssl(string certificate)
    {
        // openssl verifies SM2 hop by hop, and only under the identity that it is told.
        var issuing = Path.Combine(Path.GetDirectoryName(life.Report.GetProperty("authorityCertificate").GetString()!)!, "issuing-sm2.crt");
        string[] arguments = ["verify", "-no_check_time", "-partial_chain", "-vfyopt", "distid:1234567812345678", "-CAfile", issuing, certificate];
        try
        {
            return Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
