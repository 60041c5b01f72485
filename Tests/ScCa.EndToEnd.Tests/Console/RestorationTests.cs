using System.Security.Cryptography;
using System.Text.Json;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Names;
using ScCa.Pki.Requests;
using ScCa.Signing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary><c>scca ca restore</c>: an encryption key comes back by the shares of two people, for one other key of its holder alone.</summary>
public sealed class RestorationTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly Sm2PrivateKey holder = Sm2PrivateKey.Generate();
    private readonly string data;
    private readonly JsonElement archived;

    public RestorationTests(PlayedLife life)
    {
        data = life.CopyTo(temporary);
        archived = Lines("applied").First();
        File.WriteAllText(temporary.At("holder.csr"), RequestOf(holder));
    }

    private string Task => archived.GetProperty("task").GetString()!;

    public void Dispose()
    {
        holder.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public async Task Two_custodians_give_it_out_sealed_for_the_key_that_asked_and_the_archive_has_it_on_record()
    {
        var restored = await Restore("--json", "--share", Share(1), Share(3), "--out", temporary.At("key.der"));

        Assert.True(restored.ExitCode == 0, restored.ToString());
        var report = JsonDocument.Parse(restored.Out).RootElement;
        Assert.Equal((Task, true), (report.GetProperty("serial").GetString(), report.GetProperty("isDemo").GetBoolean()));
        Assert.Equal(["demo-custodian-1", "demo-custodian-3"], report.GetProperty("custodians").EnumerateArray().Select(c => c.GetString()!));
        using var key = Sm2EnvelopedKey.Open(File.ReadAllBytes(temporary.At("key.der")), holder);
        Assert.Equal(archived.GetProperty("publicKey").GetString(), Convert.ToBase64String(key.PublicKey.ExportSubjectPublicKeyInfo()));
        var line = Assert.Single(Lines("restored"));
        Assert.Equal((Task, "the USB key broke"), (line.GetProperty("task").GetString(), line.GetProperty("reason").GetString()));
        Assert.Equal(2, line.GetProperty("custodians").GetArrayLength());
        using var stranger = Sm2PrivateKey.Generate();
        Assert.Throws<Sm2RefusedException>(() => Sm2EnvelopedKey.Open(File.ReadAllBytes(temporary.At("key.der")), stranger));
    }

    [Fact]
    public async Task It_is_told_in_both_languages_and_an_envelope_is_never_written_over()
    {
        var chinese = await Restore("--share", Share(1), Share(2), "--out", temporary.At("key.der"));
        var again = await Restore("--share", Share(1), Share(2), "--out", temporary.At("key.der"));
        var english = await Restore("--lang", "en", "--share", Share(1), Share(2), "--out", temporary.At("another.der"));

        Assert.Contains("恢复已记入密钥库", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("nothing in it is real", english.Out, StringComparison.Ordinal);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("FileAlreadyThere", again.Error, StringComparison.Ordinal);
        Assert.Equal(2, Lines("restored").Count());
    }

    [Theory]
    [InlineData("SharesTooFew", "请召集更多保管人", "one")]
    [InlineData("SharesOfOnePerson", "两个不同的人", "one twice")]
    [InlineData("ShareWrong", "不属于本密钥库", "altered")]
    [InlineData("ShareUnreadable", "份额文件无法读取", "no share")]
    [InlineData("KeyUnknown", "没有该任务号的密钥", "another serial")]
    [InlineData("SerialUnreadable", "十六进制", "no serial")]
    [InlineData("RecipientNotProven", "不是由其中的密钥签名的", "unproven")]
    [InlineData("RecipientNotSm2", "不是 SM2", "p256")]
    [InlineData("ReasonMissing", "写明理由", "no reason")]
    public async Task What_must_not_be_given_out_is_refused_by_name_and_leaves_no_trace(string code, string said, string wrong)
    {
        string[] shares = wrong switch
        {
            "one" => [Share(1)],
            "one twice" => [Share(1), Share(1)],
            "altered" => [Share(1), Altered(Share(2))],
            "no share" => [Share(1), NoShare(Share(2))],
            _ => [Share(1), Share(2)],
        };
        string[] rest =
        [
            "--recipient", wrong switch { "unproven" => Unproven(), "p256" => Path.Combine(data, "demo-ca", "ocsp-p256.crt"), _ => temporary.At("holder.csr") },
            "--serial", wrong switch { "another serial" => "8F0E0D0C0B0A09080706050403020100", "no serial" => "one", _ => Task },
            "--reason", wrong == "no reason" ? " " : "the USB key broke",
        ];

        var refused = await HostProcess.RunConsole(temporary.Path, ["ca", "restore", "--data", data, "--out", temporary.At("key.der"), "--share", .. shares, .. rest]);

        Assert.True(refused.ExitCode == 1, refused.ToString());
        Assert.Contains(code, refused.Error, StringComparison.Ordinal);
        Assert.Contains(said, refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(temporary.At("key.der")));
        Assert.Empty(Lines("restored"));
    }

    [Fact]
    public async Task Where_there_is_no_archive_or_it_was_altered_nothing_is_given_out()
    {
        var empty = await HostProcess.RunConsole(
            temporary.Path, "ca", "restore", "--data", temporary.At("empty"), "--serial", Task, "--recipient", temporary.At("holder.csr"), "--share", Share(1), Share(2),
            "--reason", "x", "--out", temporary.At("key.der"));
        var log = Directory.GetFiles(Path.Combine(data, "demo-ca"), "keys-*.log").Single();
        File.WriteAllText(log, File.ReadAllText(log).Replace("\"notAfter\":\"20", "\"notAfter\":\"21", StringComparison.Ordinal));
        var altered = await Restore("--share", Share(1), Share(2), "--out", temporary.At("key.der"));

        Assert.Contains("NoArchiveIn", empty.Error, StringComparison.Ordinal);
        Assert.Contains("ChainBroken", altered.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(temporary.At("key.der")));
    }

    private Task<HostResult> Restore(params string[] more) => HostProcess.RunConsole(
        temporary.Path,
        ["ca", "restore", "--data", data, "--serial", Task, "--recipient", temporary.At("holder.csr"), "--reason", "the USB key broke", .. more]);

    private string Share(int number) => Path.Combine(data, "demo-ca", $"demo-custodian-{number}.share");

    private static string Altered(string share)
    {
        var lines = File.ReadAllText(share).Split('\n');
        lines[4] = (lines[4][0] == '0' ? '1' : '0') + lines[4][1..];
        File.WriteAllText(share, string.Join('\n', lines));
        return share;
    }

    private static string NoShare(string share)
    {
        File.WriteAllText(share, "no share");
        return share;
    }

    private string Unproven()
    {
        var der = Convert.FromBase64String(string.Concat(RequestOf(holder).Split('\n').Where(line => !line.StartsWith('-'))));
        der[^1] ^= 1;
        var path = temporary.At("unproven.csr");
        File.WriteAllText(path, PemEncoding.WriteString(CertificationRequest.PemLabel, der));
        return path;
    }

    private static string RequestOf(Sm2PrivateKey key)
    {
        using var signing = new Sm2SigningKey(key);
        var signer = KeySigner.Of(signing);
        return PemEncoding.WriteString(
            CertificationRequest.PemLabel, new RequestContent(DistinguishedName.Of(("2.5.4.3", "request")), signer.PublicKey, []).Sign(signer).Encoded.Span);
    }

    private IEnumerable<JsonElement> Lines(string kind) => Directory.GetFiles(Path.Combine(data, "demo-ca"), "keys-*.log").SelectMany(File.ReadLines)
        .Select(line => line.Split('\t')[1]).Where(json => json.StartsWith('{')).Select(json => JsonDocument.Parse(json).RootElement)
        .Where(line => line.GetProperty("$type").GetString() == kind);
}
