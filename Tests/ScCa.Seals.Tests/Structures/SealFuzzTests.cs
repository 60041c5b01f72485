using ScCa.Seals.Structures;
using ScCa.Seals.Verification;
using ScCa.Seals.Tests.Verification;
using ScCa.Testing;
using Xunit;

namespace ScCa.Seals.Tests.Structures;

/// <summary>Seals and signatures changed by somebody who knows their structure: they are read or refused, and verifying them never throws.</summary>
public sealed class SealFuzzTests
{
    private static readonly string[] Seals = ["seal_v1.esl", "seal_v4.esl", "seal_v4_digest.esl", "seal_v5_ts.esl"];

    private static readonly string[] Signatures = ["sig_v1.dat", "sig_v4.dat", "sig_v4_ts.dat", "sig_v5_ts.dat"];

    private static readonly SealTrust Trust = new(new BelievingJudge(), SealPki.Now);

    [Fact]
    public void Seals_are_read_or_refused() => ReadSeals(ParserFuzz.Usual);

    [Fact]
    public void Signatures_are_read_or_refused() => ReadSignatures(ParserFuzz.Usual);

    [Fact]
    public void Whatever_is_verified_gets_a_verdict() => Verify(ParserFuzz.Usual / 20);

    [Fact]
    [Trait("set", "long")]
    public void Seals_are_read_or_refused_a_million_times() => ReadSeals(ParserFuzz.Long);

    [Fact]
    [Trait("set", "long")]
    public void Signatures_are_read_or_refused_a_million_times() => ReadSignatures(ParserFuzz.Long);

    [Fact]
    [Trait("set", "long")]
    public void Whatever_is_verified_gets_a_verdict_many_times() => Verify(ParserFuzz.Long / 10);

    private static void ReadSeals(int count)
    {
        var result = ParserFuzz.Run<SealRefusedException>([.. Seals.Select(Fixtures.File)], count, bytes => ElectronicSeal.Read(bytes));
        Assert.True(result is { Read: > 0, Refused: > 0 }, $"{result}");
    }

    private static void ReadSignatures(int count)
    {
        var result = ParserFuzz.Run<SealRefusedException>([.. Signatures.Select(Fixtures.File)], count, bytes => SealSignature.Read(bytes));
        Assert.True(result is { Read: > 0, Refused: > 0 }, $"{result}");
    }

    // Nothing may be thrown here, not even a refusal: there is none of this type that verifying could throw.
    private static void Verify(int count)
    {
        ParserFuzz.Run<NeverThrownException>([.. Signatures.Select(Fixtures.File)], count, bytes => SealVerifier.VerifySignature(bytes, ProtectedContent.Of(bytes), Trust));
        ParserFuzz.Run<NeverThrownException>([.. Seals.Select(Fixtures.File)], count, bytes => SealVerifier.VerifySeal(bytes, Trust));
    }

    private sealed class NeverThrownException : Exception;
}
