using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary><c>scca ca</c> and <c>scca cert</c>, as whoever holds the ceremony meets them.</summary>
[Collection(nameof(HeldCeremony))]
public sealed class CeremonyTests(HeldCeremony held)
{
    [Fact]
    public async Task The_ceremony_makes_both_hierarchies_and_says_what_becomes_of_root_keys_and_shares()
    {
        Assert.True(held.Result.ExitCode == 0, held.Result.ToString());
        Assert.Contains("离线保管根密钥", held.Result.Out, StringComparison.Ordinal);
        Assert.Contains(held.Of("root-sm2.key.pem"), held.Result.Out, StringComparison.Ordinal);
        Assert.Contains(held.Of("root-p256.key.pem"), held.Result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(HeldCeremony.Password, held.Result.ToString(), StringComparison.Ordinal);
        var shares = Directory.GetFiles(held.Of("shares"));
        Assert.Equal(3, shares.Length);
        Assert.All(shares, share => Assert.Contains(share, held.Result.Out, StringComparison.Ordinal));

        var shown = (await held.Json(0, "ca", "show", "--folder", held.Authority)).GetProperty("offices").EnumerateArray().ToList();

        Assert.Equal(
            ["root-sm2", "issuing-sm2", "ocsp-sm2", "timestamp-sm2", "seal-maker-sm2", "root-p256", "issuing-p256", "ocsp-p256", "timestamp-p256"],
            shown.Select(office => office.GetProperty("name").GetString()));
        Assert.Equal(["root-sm2", "root-p256"], shown.Where(o => o.GetProperty("remarks").ToString().Contains("root-key-here", StringComparison.Ordinal)).Select(o => o.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_ceremony_is_gone_on_with_where_it_stopped_and_needs_the_roots_key_only_to_certify_an_authority()
    {
        var folder = held.Copy();
        File.Delete(Path.Combine(folder, "root-sm2.key.pem"));
        File.Delete(Path.Combine(folder, "ocsp-sm2.crt"));

        var made = await held.Json(0, "ca", "init", "--folder", folder, "--password-file", held.PasswordFile, "--organization", HeldCeremony.Organization,
            "--name", HeldCeremony.Name, "--data", held.Data);

        Assert.Equal("ocsp-sm2", Assert.Single(made.GetProperty("made").EnumerateArray()).GetString());

        File.Delete(Path.Combine(folder, "issuing-sm2.crt"));
        Assert.Contains("请放回密钥文件", await held.Refusal(
            1, "ca", "init", "--folder", folder, "--password-file", held.PasswordFile, "--organization", HeldCeremony.Organization, "--name", HeldCeremony.Name), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "root-sm2.key.pem")));
    }

    [Theory]
    [InlineData("sm2")]
    [InlineData("p256")]
    public async Task Openssl_and_the_console_find_the_same_way_hop_by_hop(string algorithm)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        foreach (var (issuer, subject) in new[] { ("root", "root"), ("root", "issuing"), ("issuing", "ocsp"), ("issuing", "timestamp") })
        {
            string[] identity = algorithm == "sm2" ? ["-vfyopt", OpenSsl.Sm2Identity] : [];
            var (exitCode, text) = openSsl.Run(["verify", "-partial_chain", .. identity, "-trusted", held.Of($"{issuer}-{algorithm}.crt"), held.Of($"{subject}-{algorithm}.crt")]);
            Assert.True(exitCode == 0 && text.Contains(": OK", StringComparison.Ordinal), text);
        }

        var verified = await held.Json(0, ["cert", "verify", held.Of($"ocsp-{algorithm}.crt"), "--purpose", "ocsp-signing", .. held.Trust(algorithm)]);
        Assert.Equal(2, verified.GetProperty("path").GetArrayLength());
    }

    [Fact]
    public async Task A_way_to_another_root_and_a_purpose_that_it_has_not_fail_at_their_steps()
    {
        var verified = await Task.WhenAll(
            held.Json(1, "cert", "verify", held.Of("ocsp-sm2.crt"), "--root", held.Of("root-p256.crt"), "--intermediate", held.Of("issuing-sm2.crt")),
            held.Json(1, ["cert", "verify", held.Of("ocsp-sm2.crt"), "--purpose", "time-stamping", .. held.Trust("sm2")]));

        // The two hierarchies bear different names: there is nothing to try a signature on.
        Assert.Equal(["Search", "Purpose"], verified.Select(Failed));
    }

    [Fact]
    public async Task Certificates_are_shown_and_linted_and_each_finding_is_told_in_both_languages()
    {
        var shown = await held.Run("cert", "show", held.Of("issuing-sm2.crt"));
        Assert.Contains("SM2 with SM3", shown.Out, StringComparison.Ordinal);
        Assert.Contains("密钥用途：KeyCertSign, CrlSign", shown.Out, StringComparison.Ordinal);

        Assert.Equal("ocsp", (await held.Json(0, "cert", "lint", held.Of("ocsp-sm2.crt"), "--issuer", held.Of("issuing-sm2.crt"))).GetProperty("use").GetString());
        var finding = (await held.Json(1, "cert", "lint", held.Of("ocsp-sm2.crt"), "--issuer", held.Of("issuing-sm2.crt"), "--use", "timestamp"))
            .GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "TimestampPurposeIsAloneAndCritical");
        Assert.All(["source", "zhCn", "en"], part => Assert.NotEqual("", finding.GetProperty(part).GetString()));

        Assert.Contains("不是所给签发者签发的", await held.Refusal(1, "cert", "lint", held.Of("ocsp-sm2.crt"), "--issuer", held.Of("issuing-p256.crt")), StringComparison.Ordinal);
    }

    [Fact, Trait("set", "long")]
    public async Task Revocation_lists_are_issued_by_hand_and_count_in_a_verification()
    {
        string[] authority = ["--folder", held.Authority, "--password-file", held.PasswordFile];
        var unnamed = await held.Refusal(1, "ca", "crl", "--data", held.Data);
        Assert.Equal(0, (await held.Run("init", "--data", held.Data)).ExitCode);
        var due = await held.Json(0, ["ca", "crl", "--data", held.Data, .. authority]);
        var forced = await held.Json(0, ["ca", "crl", "--now", "--data", held.Data, .. authority]);

        Assert.Contains("SCCA_AUTHORITY__FOLDER", unnamed, StringComparison.Ordinal);
        // There is no list yet that a delta could be to; the second whole list comes with a delta to the first.
        Assert.Equal((2, 4), (due.GetProperty("issued").GetInt32(), forced.GetProperty("issued").GetInt32()));
        var list = forced.GetProperty("lists").EnumerateArray().First(l => l.GetProperty("authority").GetString() == "issuing-p256").GetProperty("file").GetString()!;
        var verified = await held.Json(0, ["cert", "verify", held.Of("timestamp-p256.crt"), "--crl", list, .. held.Trust("p256")]);
        Assert.Equal("Good", verified.GetProperty("revocation")[0].GetProperty("state").GetString());
        // A list of another key says nothing about it, and whoever brings lists wants to know.
        Assert.Equal("Revocation", Failed(await held.Json(1, ["cert", "verify", held.Of("timestamp-sm2.crt"), "--crl", list, .. held.Trust("sm2")])));
    }

    [Fact]
    public async Task A_roots_list_is_issued_with_its_key_at_hand_alone_and_takes_an_authority_away()
    {
        var folder = held.Copy();
        string[] named = ["--folder", folder, "--password-file", held.PasswordFile];
        var issuing = Path.Combine(folder, "issuing-sm2.crt");
        string[] verify = ["cert", "verify", issuing, "--root", held.Of("root-sm2.crt"), "--crl"];

        var report = await held.Json(0, ["ca", "crl", "--root", "sm2", "--revoke", issuing, "--reason", "superseded", .. named]);

        var list = Assert.Single(report.GetProperty("lists").EnumerateArray());
        Assert.Equal(("root-sm2", 2, 1), (list.GetProperty("authority").GetString(), list.GetProperty("number").GetInt32(), list.GetProperty("entries").GetInt32()));
        await held.Json(0, [.. verify, Path.Combine(folder, "root-sm2.1.crl")]);
        Assert.Equal("Revocation", Failed(await held.Json(1, [.. verify, list.GetProperty("file").GetString()!])));
        Assert.Contains("--root", await held.Refusal(1, ["ca", "crl", "--revoke", issuing, .. named]), StringComparison.Ordinal);
        Assert.Contains("不是所给签发者签发的", await held.Refusal(1, ["ca", "crl", "--root", "p256", "--revoke", issuing, .. named]), StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "root-sm2.key.pem"));
        Assert.Contains("请放回密钥文件", await held.Refusal(1, ["ca", "crl", "--root", "sm2", .. named]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_the_hosts_own_profiles_stand_in_the_authorities_certificates_too()
    {
        var data = held.At("addressed");
        Directory.CreateDirectory(Path.Combine(data, "profiles"));
        File.WriteAllText(Path.Combine(data, "profiles", "shared.json"), """{"crl": ["http://ca.example.test/crl/{issuer}.crl"]}""");
        var folder = held.At("addressed-authority");

        var made = await held.Init(folder, data, []);

        Assert.True(made.ExitCode == 0, made.ToString());
        var shown = await held.Json(0, "cert", "show", Path.Combine(folder, "issuing-sm2.crt"));
        Assert.Contains("http://ca.example.test/crl/root-sm2.crl", shown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--organization", "某某 / not a real certificate", "zh", "演示标记")]
    [InlineData("--organization", "另一家有限公司", "en", "which are not mixed")]
    [InlineData("--password-file", "nowhere", "zh", "找不到文件")]
    [InlineData("--custodian", "甲", "en", "at least 2")]
    public async Task A_ceremony_that_must_not_be_held_is_refused_and_makes_nothing(string option, string value, string language, string expected)
    {
        var before = TemporaryFolder.Listing(held.Authority);
        var options = new Dictionary<string, string>
        {
            ["--folder"] = held.Authority,
            ["--password-file"] = held.PasswordFile,
            ["--organization"] = HeldCeremony.Organization,
            ["--name"] = HeldCeremony.Name,
            [option] = value,
        };

        var said = await held.Refusal(1, ["ca", "init", "--lang", language, .. options.SelectMany(o => new[] { o.Key, o.Value })]);

        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Equal(before.Where(NotTheLock), TemporaryFolder.Listing(held.Authority).Where(NotTheLock));
    }

    [Fact]
    public async Task A_demonstrations_data_folder_and_what_is_no_certificate_are_refused()
    {
        File.WriteAllText(held.At("no.crt"), "no certificate");
        var (zhCn, en) = await held.Refused(1, "cert", "show", held.At("no.crt"));

        Assert.Contains("不是 X.509 证书", zhCn, StringComparison.Ordinal);
        Assert.Contains("Not an X.509 certificate", en, StringComparison.Ordinal);
        Directory.CreateDirectory(held.At("demo"));
        File.WriteAllText(Path.Combine(held.At("demo"), "DEMO"), "");
        Assert.Contains("ST7", await held.Refusal(
            2, "ca", "init", "--folder", held.At("new"), "--password-file", held.PasswordFile, "--organization", "O", "--name", "N", "--data", held.At("demo")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(held.At("new")));
    }

    private static bool NotTheLock(string line) => !line.StartsWith("ceremony.lock ", StringComparison.Ordinal);

    private static string? Failed(System.Text.Json.JsonElement report) =>
        report.GetProperty("steps").EnumerateArray().First(step => !step.GetProperty("isPassed").GetBoolean()).GetProperty("step").GetString();
}
