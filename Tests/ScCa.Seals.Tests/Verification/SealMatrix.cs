using System.Text;
using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Tests.Verification;

/// <summary>A sample that must fail at one step alone.</summary>
internal sealed record MatrixSample(SealStep Step, SealFinding Finding, Func<SealRecipe, SealRecipe> Spoil, params SealVersion[] Versions);

/// <summary>A step that a version does not have, and why.</summary>
internal sealed record MatrixGap(SealStep Step, SealVersion Version, string Reason);

/// <summary>For every step and version a document that fails exactly there, or the reason why there can be none.</summary>
internal static class SealMatrix
{
    private static readonly SealVersion[] All = [SealVersion.V1, SealVersion.V4, SealVersion.V5];

    private static readonly SealVersion[] Later = [SealVersion.V4, SealVersion.V5];

    private static readonly SealExtension Unknown = new("1.2.3.4", IsCritical: true, new byte[] { 5, 0 });

    private static readonly DateTimeOffset Tomorrow = SealPki.Now.AddDays(1);

    private static readonly Party StrangeAuthority = SealPki.Issue("Strange TSA", issuer: SealPki.StrangeRoot, isForTimestamps: true);

    public static IReadOnlyList<MatrixSample> Samples { get; } =
    [
        new(SealStep.SignatureFormat, SealFinding.SignatureMalformed, r => r with { SpoilSignature = bytes => [.. bytes, 0] }, All),
        new(SealStep.SealFormat, SealFinding.SealMalformed, r => r with { SpoilSignature = WithOtherMark }, All),
        new(SealStep.DocumentIntegrity, SealFinding.FileChanged, r => r with { SpoilDocument = d => Some.With(d, "Doc_0/Pages/Page_0/Content.xml", t => t.Replace("通知", "通告", StringComparison.Ordinal)) }, All),
        new(SealStep.DocumentIntegrity, SealFinding.FileMissing, r => r with { SpoilDocument = d => Some.Without(d, "Doc_0/PublicRes.xml") }, All),
        new(SealStep.DocumentCoverage, SealFinding.FileUnprotected, r => r with { SpoilDocument = d => Some.With(d, "Doc_0/Annots.xml", _ => "<a/>") }, All),
        new(SealStep.SealFile, SealFinding.SealFileDiffers, r => r with { SealFile = (r with { ValidEnd = SealPki.End.AddDays(-1) }).Seal() }, All),
        new(SealStep.DocumentDigest, SealFinding.DocumentDigestDiffers, r => r with { IsOfOtherDocument = true, Stamp = r.Version == SealVersion.V1 ? null : r.Stamp }, All),
        new(SealStep.SignatureAlgorithm, SealFinding.AlgorithmUnknown, r => r with { SignatureAlgorithm = "1.2.3.4" }, All),
        new(SealStep.SignatureAlgorithm, SealFinding.AlgorithmUnfit, r => r with { SignatureAlgorithm = Oids.RsaWithSha256, Digest = DigestAlgorithm.Sha256, Stamp = null }, All),
        new(SealStep.SignatureValue, SealFinding.SignatureWrong, r => r with { IsSignatureForged = true }, All),
        new(SealStep.SignerChain, SealFinding.SignerNotTrusted, r => r with { Holder = SealPki.Issue("陌生人", issuer: SealPki.StrangeRoot) }, All),
        new(SealStep.SignerKeyUsage, SealFinding.SignerKeyUsageWrong, r => r with { Holder = SealPki.Issue("加密证书", KeyUsages.KeyEncipherment | KeyUsages.DataEncipherment) }, All),
        new(SealStep.SigningTime, SealFinding.TimeInFuture, r => r with { UsedAt = Tomorrow, Stamp = null }, All),
        new(SealStep.SigningTime, SealFinding.TimeUnreadable, r => r with { TimeInfo = Encoding.ASCII.GetBytes("yesterday") }, SealVersion.V1),
        new(SealStep.SignerValidity, SealFinding.SignerNotYetValid, r => r with { Holder = SealPki.Issue("新办单位", notBefore: SealPki.Used.AddDays(1)) }, All),
        new(SealStep.SignerValidity, SealFinding.SignerExpired, r => r with { Holder = SealPki.Issue("过期单位", notAfter: SealPki.Used.AddDays(-1)) }, All),
        new(SealStep.SignerRevocation, SealFinding.SignerRevoked, r => r with { Trust = Revoking(r, r.Holder, SealPki.Used.AddDays(-1)) }, All),
        new(SealStep.SignerRevocation, SealFinding.SignerRevokedWithoutTimestamp, r => r with { Stamp = null, Trust = Revoking(r, r.Holder, SealPki.Used.AddDays(1)) }, All),
        new(SealStep.SignerRevocation, SealFinding.SignerRevocationUnknown, r => r with { Trust = r.Trust with { Judge = new TableJudge(SealPki.Root.Certificate).NotKnowing(r.Holder.Certificate) } }, All),
        new(SealStep.SignerListed, SealFinding.SignerNotListed, r => r with { Listed = [SealPki.Other.Certificate] }, All),
        new(SealStep.SignerListed, SealFinding.SignerNotListed, r => r with { Listed = [SealPki.Other.Certificate], SignersKind = SealSignersKind.Digests }, Later),
        new(SealStep.SealAlgorithm, SealFinding.SealAlgorithmUnknown, r => r with { SealAlgorithm = "1.2.3.4" }, All),
        new(SealStep.SealAlgorithm, SealFinding.SealAlgorithmUnfit, r => r with { SealAlgorithm = Oids.RsaWithSha256 }, All),
        new(SealStep.SealSignatureValue, SealFinding.SealSignatureWrong, r => r with { IsSealForged = true }, All),
        new(SealStep.MakerChain, SealFinding.MakerNotTrusted, r => r with { Maker = SealPki.Issue("刻章小店", issuer: SealPki.StrangeRoot) }, All),
        new(SealStep.MakerKeyUsage, SealFinding.MakerKeyUsageWrong, r => r with { Maker = SealPki.Issue("加密证书", KeyUsages.KeyEncipherment) }, All),
        new(SealStep.MakerValidity, SealFinding.MakerExpired, r => r with { Maker = SealPki.Issue("制章机构", notAfter: SealPki.Made.AddDays(-1)) }, All),
        new(SealStep.MakerValidity, SealFinding.MakerExpired, r => r with { Maker = SealPki.Issue("制章机构", notAfter: SealPki.Used.AddDays(-1)) }, SealVersion.V1, SealVersion.V4),
        new(SealStep.MakerValidity, SealFinding.MakerNotYetValid, r => r with { Maker = SealPki.Issue("制章机构", notBefore: SealPki.Used.AddDays(1)) }, All),
        new(SealStep.MakerRevocation, SealFinding.MakerRevoked, r => r with { Trust = Revoking(r, r.Maker, SealPki.Made.AddDays(-1)) }, All),
        new(SealStep.MakerRevocation, SealFinding.MakerRevocationUnknown, r => r with { Trust = r.Trust with { Judge = new TableJudge(SealPki.Root.Certificate).NotKnowing(r.Maker.Certificate) } }, All),
        new(SealStep.SealPeriod, SealFinding.SealExpired, r => r with { ValidEnd = SealPki.Used.AddDays(-1) }, All),
        new(SealStep.SealPeriod, SealFinding.SealNotYetValid, r => r with { ValidStart = SealPki.Used.AddDays(1) }, All),
        new(SealStep.SealStatus, SealFinding.SealRevoked, r => r with { Trust = r.Trust with { Register = new FixedRegister(SealState.Revoked) } }, All),
        new(SealStep.SealStatus, SealFinding.SealStatusUnknown, r => r with { Trust = r.Trust with { Register = new FixedRegister(SealState.Unknown) } }, All),
        new(SealStep.SealName, SealFinding.SealNameDiffers, r => r with { Trust = r.Trust with { RegisteredName = "四川测试公司" } }, All),
        new(SealStep.SealExtensions, SealFinding.ExtensionUnknown, r => r with { SealExtensions = [Unknown] }, All),
        new(SealStep.SealCreation, SealFinding.CreatedAfterTimestamp, r => r with { SealStamp = new(SealPki.Made.AddMinutes(-1)) }, SealVersion.V5),
        new(SealStep.SealCreation, SealFinding.CreatedAfterUse, r => r with { CreateDate = SealPki.Used.AddDays(1), SealStamp = null }, SealVersion.V5),
        new(SealStep.SealTimestampToken, SealFinding.TimestampMalformed, r => r with { SealStamp = r.SealStamp! with { IsForged = true } }, SealVersion.V5),
        new(SealStep.SealTimestampImprint, SealFinding.TimestampForOther, r => r with { SealStamp = r.SealStamp! with { IsForOther = true } }, SealVersion.V5),
        new(SealStep.SealTimestampAuthority, SealFinding.TimestampAuthorityNotTrusted, r => r with { SealStamp = r.SealStamp! with { Authority = StrangeAuthority } }, SealVersion.V5),
        new(SealStep.SignatureExtensions, SealFinding.ExtensionUnknown, r => r with { SignatureExtensions = [Unknown] }, Later),
        new(SealStep.TimestampToken, SealFinding.TimestampMalformed, r => r with { Stamp = r.Stamp! with { IsForged = true } }, All),
        new(SealStep.TimestampImprint, SealFinding.TimestampForOther, r => r with { Stamp = r.Stamp! with { IsForOther = true } }, All),
        new(SealStep.TimestampAuthority, SealFinding.TimestampAuthorityNotTrusted, r => r with { Stamp = r.Stamp! with { Authority = StrangeAuthority } }, All),
        new(SealStep.TimestampAuthority, SealFinding.TimestampAuthorityNotTrusted, r => r with { Trust = Revoking(r, SealPki.TimestampAuthority, SealPki.Now, isKeySuspect: true), SealStamp = null }, All),
        new(SealStep.TimestampTime, SealFinding.TimeAfterTimestamp, r => r with { Stamp = new(SealPki.Used.AddHours(-1)) }, Later),
        new(SealStep.TimestampTime, SealFinding.TimestampTooLate, r => r with { Stamp = new(SealPki.Used.AddDays(2)) }, Later),
        new(SealStep.ProtectedRange, SealFinding.RangeDiffers, r => r with { PropertyInfo = "/Doc_0/Signs/Sign_1/Signature.xml" }, All),
    ];

    public static IReadOnlyList<MatrixGap> Gaps { get; } =
    [
        .. new[] { SealVersion.V1, SealVersion.V4 }.SelectMany(version => new MatrixGap[]
        {
            new(SealStep.SealCreation, version, "before GM/T 0031-2025 createDate is never judged: real seals carry dates that contradict each other"),
            new(SealStep.SealTimestampToken, version, "a seal's timestamp came with GM/T 0031-2025"),
            new(SealStep.SealTimestampImprint, version, "a seal's timestamp came with GM/T 0031-2025"),
            new(SealStep.SealTimestampAuthority, version, "a seal's timestamp came with GM/T 0031-2025"),
        }),
        new(SealStep.SignatureExtensions, SealVersion.V1, "TBS_Sign of GM/T 0031-2014 has no extensions"),
        new(SealStep.TimestampTime, SealVersion.V1, "in GM/T 0031-2014 the timestamp stands in place of timeInfo: there is no second time to compare it with"),
    ];

    private static SealTrust Revoking(SealRecipe recipe, Party party, DateTimeOffset since, bool isKeySuspect = false) =>
        recipe.Trust with { Judge = new TableJudge(SealPki.Root.Certificate).Revoking(party.Certificate, since, isKeySuspect) };

    // The header's "ES", 16 02 45 53, becomes another text.
    private static byte[] WithOtherMark(byte[] signature)
    {
        var at = signature.AsSpan().IndexOf("\u0016\u0002ES"u8);
        signature[at + 3] = (byte)'X';
        return signature;
    }
}
