using System.Text.Json;
using ScCa.Seals;
using ScCa.Seals.Ofd;
using ScCa.Seals.Pdf;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary><c>scca seal</c>: from a ceremony's seal maker to a document that somebody else verifies.</summary>
[Collection(nameof(HeldCeremony))]
public sealed class SealLifeTests(HeldCeremony held)
{
    private static readonly PlainPage Page = new(["合同", "A contract that is to be sealed."]);

    [Theory]
    [InlineData("ofd", "v4")]
    [InlineData("pdf", "v5")]
    public async Task A_document_is_sealed_twice_and_a_flipped_byte_fails_at_its_step(string kind, string version)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var temporary = new TemporaryFolder();
        var (seal, plain, once, twice) = (await Seal(version), temporary.At("plain"), temporary.At("once"), temporary.At("twice"));
        await File.WriteAllBytesAsync(plain, kind == "ofd" ? PlainOfd.Write(Page, new DateOnly(2026, 1, 1)) : PlainPdf.Write(Page), TestContext.Current.CancellationToken);

        var first = await Sign(plain, seal, once);
        var second = await Sign(once, seal, twice);
        var verified = await Verify(0, twice);

        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, $"{first}\n{second}");
        Assert.Equal(kind, verified.GetProperty("kind").GetString());
        Assert.Equal(2, verified.GetProperty("signatures").GetArrayLength());
        Assert.All(verified.GetProperty("signatures").EnumerateArray(), s => Assert.Equal("某某工程有限公司", s.GetProperty("seal").GetString()));

        var (changed, step) = kind == "ofd" ? (Unzipped.WithFlippedByte(twice, "Doc_0/Pages/Page_0/Content.xml"), "DocumentIntegrity") : (FlippedIn(twice, plain), "DocumentDigest");
        await File.WriteAllBytesAsync(temporary.At("changed"), changed, TestContext.Current.CancellationToken);
        var failed = (await Verify(1, temporary.At("changed"))).GetProperty("signatures").EnumerateArray().ToList();
        Assert.All(failed, signature => Assert.Equal(step, signature.GetProperty("firstFailure").GetString()));
        if (kind == "ofd")
            Assert.Contains("✗ 文档内文件完整性", (await held.Run(["seal", "verify", temporary.At("changed"), .. held.Trust("sm2")])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seal_is_shown_verified_and_never_written_over_and_its_format_is_a_choice()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        var seal = await Seal("v5");

        var shown = await held.Json(0, "seal", "show", seal);
        Assert.Equal("V5", shown.GetProperty("version").GetString());
        Assert.Contains("Seal Maker", shown.GetProperty("maker").GetString(), StringComparison.Ordinal);
        var verified = await Task.WhenAll(Verify(0, seal), held.Json(1, "seal", "verify", seal, "--root", held.Of("root-p256.crt")));
        Assert.Equal("seal", verified[0].GetProperty("kind").GetString());
        Assert.Equal("MakerChain", verified[1].GetProperty("signatures")[0].GetProperty("firstFailure").GetString());
        Assert.Contains("不会覆盖", await held.Refusal(1, Making(seal, "v4")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_not_be_sealed_or_is_no_seal_is_refused_in_both_languages()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var temporary = new TemporaryFolder();
        var (seal, text) = (await Seal("v4"), temporary.At("text"));
        await File.WriteAllTextAsync(text, "neither", TestContext.Current.CancellationToken);
        File.Copy(held.At("holder.password"), temporary.At("wrong"));
        await File.WriteAllTextAsync(temporary.At("wrong"), "a wrong one", TestContext.Current.CancellationToken);

        var malformed = temporary.At("malformed.pdf");
        await File.WriteAllTextAsync(malformed, "%PDF-1.7 and nothing else", TestContext.Current.CancellationToken);
        var (zhCn, en) = await held.Refused(1, "seal", "show", text);
        var said = await Task.WhenAll(
            held.Refusal(1, Sealing(text, seal, temporary.At("out"))),
            held.Refusal(1, Sealing(malformed, seal, temporary.At("out"))),
            held.Refusal(1, [.. Sealing(malformed, seal, temporary.At("out")).Select(a => a == held.At("holder.password") ? temporary.At("wrong") : a)]),
            held.Refusal(1, [.. Making(temporary.At("out"), "v4").Select(a => a == held.Of("seal-maker-sm2.key.pem") ? held.Of("ocsp-sm2.key.pem") : a)]));

        Assert.Contains("SealMalformed）：不是电子印章", zhCn, StringComparison.Ordinal);
        Assert.Contains("SealMalformed", en, StringComparison.Ordinal);
        Assert.Equal(
            ["NotSealable", "PdfMalformed", "WrongPassword", "KeyIsAnother"],
            said.Select(refusal => refusal.Split('（', '）')[1]));
        Assert.DoesNotContain("a wrong one", said[2], StringComparison.Ordinal);
        Assert.False(File.Exists(temporary.At("out")));
    }

    [Theory]
    [InlineData("ofd", "v4")]
    [InlineData("pdf", "v5")]
    public async Task A_timestamp_says_when_it_was_sealed_and_without_a_usable_one_nothing_is_sealed(string kind, string version)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var temporary = new TemporaryFolder();
        using var office = new LocalStampOffice(held);
        var (seal, plain, stamped) = (await Seal(version), temporary.At("plain"), temporary.At("stamped"));
        await File.WriteAllBytesAsync(plain, kind == "ofd" ? PlainOfd.Write(Page, new DateOnly(2026, 1, 1)) : PlainPdf.Write(Page), TestContext.Current.CancellationToken);

        var signed = await held.Run([.. Sealing(plain, seal, stamped), "--timestamp", office.Address]);
        Assert.True(signed.ExitCode == 0, signed.ToString());
        var verdict = (await Verify(0, stamped)).GetProperty("signatures")[0];
        Assert.True(verdict.GetProperty("isTimeTrusted").GetBoolean());
        foreach (var step in new[] { "TimestampToken", "TimestampImprint", "TimestampAuthority" })
            Assert.Equal("Passed", verdict.GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("step").GetString() == step).GetProperty("outcome").GetString());

        if (kind == "pdf")
            return;
        foreach (var (how, code) in new[]
        {
            (LocalStampOffice.Manner.Rejects, "TimestampRejected"), (LocalStampOffice.Manner.AnswersAnEarlierQuestion, "TimestampNotAnswered"),
            (LocalStampOffice.Manner.AnswersNonsense, "TimestampMalformed"), (LocalStampOffice.Manner.Fails, "TimestampNotAnswered"),
        })
        {
            office.How = how;
            Assert.Contains(code, await held.Refusal(1, [.. Sealing(plain, seal, temporary.At("none")), "--timestamp", office.Address]), StringComparison.Ordinal);
            Assert.False(File.Exists(temporary.At("none")));
        }

        var (zhCn, en) = await held.Refused(1, [.. Sealing(plain, seal, temporary.At("none")), "--timestamp", "no address"]);
        Assert.Contains("地址看不懂", zhCn, StringComparison.Ordinal);
        Assert.Contains("AddressUnreadable", en, StringComparison.Ordinal);
    }

    // Made once for all tests: they run one after another.
    private async Task<string> Seal(string version)
    {
        var seal = held.At($"{version}.esl");
        if (File.Exists(seal))
            return seal;
        var made = await held.Run(Making(seal, version));
        Assert.True(made.ExitCode == 0, made.ToString());
        return seal;
    }

    private string[] Making(string seal, string version) =>
    [
        "seal", "make", "--maker", held.Of("seal-maker-sm2.crt"), "--key", held.Of("seal-maker-sm2.key.pem"), "--password-file", held.PasswordFile, "--name", "某某工程有限公司",
        "--holder", held.At("holder.crt"), "--format", version, "--out", seal, .. held.Trust("sm2"),
    ];

    private Task<HostResult> Sign(string document, string seal, string output) => held.Run([.. Sealing(document, seal, output), "--page", "1", "--x", "120", "--y", "180"]);

    private string[] Sealing(string document, string seal, string output) =>
    [
        "seal", "sign", document, "--seal", seal, "--certificate", held.At("holder.crt"), "--key", held.At("holder.key"), "--password-file", held.At("holder.password"), "--out", output,
        .. held.Trust("sm2"),
    ];

    private Task<JsonElement> Verify(int exitCode, string file) => held.Json(exitCode, ["seal", "verify", file, .. held.Trust("sm2")]);

    // The text of the page as it stands in the document that was sealed first: both signatures cover it.
    private static byte[] FlippedIn(string file, string sealedFirst)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[File.ReadAllBytes(sealedFirst).AsSpan().IndexOf(" Tj T*"u8) - 2] ^= 1;
        return bytes;
    }
}
