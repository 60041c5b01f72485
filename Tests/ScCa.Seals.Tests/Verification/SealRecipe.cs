using System.Collections.Immutable;
using System.Text;
using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Timestamps;
using ScCa.Seals.Documents;
using ScCa.Seals.Ofd;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Verification;

/// <summary>A timestamp, and what is to be wrong with it.</summary>
internal sealed record StampRecipe(DateTimeOffset At)
{
    public Party Authority { get; init; } = SealPki.TimestampAuthority;

    public bool IsForOther { get; init; }

    public bool IsForged { get; init; }

    public byte[] Make(MessageImprint imprint)
    {
        var token = Authority.Stamp(IsForOther ? MessageImprint.Of(DigestAlgorithm.Sm3, "something else"u8) : imprint, At);
        if (IsForged)
            // The end of a token is the end of its signature.
            token[^1] ^= 1;
        return token;
    }
}

/// <summary>A sealed document of any version, in order unless something is told to be wrong with it.</summary>
internal sealed record SealRecipe(SealVersion Version)
{
    public static readonly SealPictureContent Picture = new("png", Some.Png(4, 4), 40, 40);

    public const string Name = "四川测试有限公司";

    public Party Maker { get; init; } = SealPki.Maker;

    public Party Holder { get; init; } = SealPki.Holder;

    public ImmutableArray<PkiCertificate> Listed { get; init; } = [];

    public SealSignersKind SignersKind { get; init; } = SealSignersKind.Certificates;

    public DateTimeOffset CreateDate { get; init; } = SealPki.Made;

    public DateTimeOffset ValidStart { get; init; } = SealPki.Made;

    public DateTimeOffset ValidEnd { get; init; } = SealPki.End;

    public DateTimeOffset UsedAt { get; init; } = SealPki.Used;

    public ImmutableArray<SealExtension> SealExtensions { get; init; } = [];

    public ImmutableArray<SealExtension> SignatureExtensions { get; init; } = [];

    public string SealAlgorithm { get; init; } = Oids.Sm2WithSm3;

    public string SignatureAlgorithm { get; init; } = Oids.Sm2WithSm3;

    public DigestAlgorithm Digest { get; init; } = DigestAlgorithm.Sm3;

    public bool IsSealForged { get; init; }

    public bool IsSignatureForged { get; init; }

    public bool IsOfOtherDocument { get; init; }

    /// <summary>Null for the right one.</summary>
    public string? PropertyInfo { get; init; }

    public StampRecipe? SealStamp { get; init; } = new(SealPki.Made.AddMinutes(1));

    public StampRecipe? Stamp { get; init; } = new(SealPki.Used);

    /// <summary>What stands in V1's timeInfo; null for a timestamp, or a time where there is none.</summary>
    public byte[]? TimeInfo { get; init; }

    /// <summary>Null for the seal itself.</summary>
    public ElectronicSeal? SealFile { get; init; }

    public Func<byte[], byte[]> SpoilSignature { get; init; } = bytes => bytes;

    public Func<byte[], byte[]> SpoilDocument { get; init; } = bytes => bytes;

    public SealTrust Trust { get; init; } = new SealTrust(new TableJudge(SealPki.Root.Certificate), SealPki.Now) { Register = new FixedRegister(SealState.InUse), RegisteredName = Name };

    public ElectronicSeal Seal()
    {
        ImmutableArray<PkiCertificate> listed = Listed.IsEmpty ? [Holder.Certificate] : Listed;
        var content = new SealContent(
            new SealHeader((int)Version, "TEST"), "51010000000001",
            new SealProperty(1, Name, SealSigners.Of(SignersKind, listed.Select(c => c.Encoded)), CreateDate, ValidStart, ValidEnd), Picture)
        {
            Extensions = SealExtensions,
        }.Encode();
        var certificate = Maker.Certificate.Encoded;
        var toSign = Version == SealVersion.V1
            ? SealEncoding.SignedBytesOfV1(content, SealEncoding.OctetString(certificate.Span), SealEncoding.ObjectIdentifier(SealAlgorithm))
            : content;
        var value = Maker.Key.Sign(IsSealForged ? "something else"u8 : toSign);
        ReadOnlyMemory<byte>? token = Version == SealVersion.V5 && SealStamp is { } stamp ? stamp.Make(MessageImprint.Of(DigestAlgorithm.Sm3, value)) : default(ReadOnlyMemory<byte>?);
        return ElectronicSeal.ReadInPlace(SealEncoding.Seal(Version, content, certificate, SealAlgorithm, value, token));
    }

    public byte[] Signature(ElectronicSeal seal, ReadOnlySpan<byte> document, string propertyInfo)
    {
        var dataHash = Digest.HashData(document);
        var toSign = new SealSignatureContent(seal, UsedAt, IsOfOtherDocument ? Digest.HashData("another document"u8) : dataHash, propertyInfo, Holder.Certificate.Encoded, SignatureAlgorithm)
        {
            Extensions = SignatureExtensions,
            TimeInfoOfV1 = TimeInfo is { } given ? given : Stamp is { } stamp ? stamp.Make(MessageImprint.OfDigest(Digest, dataHash)) : default(ReadOnlyMemory<byte>?),
        }.Encode();
        var value = Holder.Key.Sign(IsSignatureForged ? "something else"u8 : toSign);
        if (Version == SealVersion.V1)
            return SpoilSignature(SealEncoding.SignatureOfV1(toSign, value));
        ReadOnlyMemory<byte>? token = Stamp is { } made ? made.Make(MessageImprint.Of(DigestAlgorithm.Sm3, value)) : default(ReadOnlyMemory<byte>?);
        return SpoilSignature(SealEncoding.Signature(toSign, Holder.Certificate.Encoded, SignatureAlgorithm, value, token));
    }

    /// <summary>An OFD with the seal on it.</summary>
    public byte[] Ofd()
    {
        var seal = Seal();
        var pending = OfdSigning.Begin(
            OfdPackage.Read(Some.Ofd()), new OfdSigningRequest(OfdSignatureKind.Seal, UsedAt, Some.Provider) { Seal = (SealFile ?? seal).Encoded, Stamps = [Some.Placement] });
        return SpoilDocument(pending.Complete(Signature(seal, pending.SignatureXml.Span, PropertyInfo ?? pending.PropertyInfo)));
    }

    public SealVerdict VerdictOnOfd()
    {
        var verdict = SealedOfd.Verify(Ofd(), Trust);
        Assert.Null(verdict.Refused);
        return Assert.Single(verdict.Signatures).Verdict;
    }

    /// <summary>A signature over 45 bytes of no document, and its verdict.</summary>
    public SealVerdict VerdictAlone()
    {
        var document = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><demo/>");
        return SealVerifier.VerifySignature(Signature(Seal(), document, PropertyInfo ?? "/demo"), ProtectedContent.Of(document), Trust);
    }
}
