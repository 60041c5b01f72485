using NodaTime;
using ScCa.Application.Ports;
using ScCa.Issuance.Lints;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Signing;
using Xunit;
using static ScCa.Issuance.Tests.Lints.TbsParts;

namespace ScCa.Issuance.Tests.Lints;

/// <summary>The certificates of a ceremony and of pairs, each with one thing broken: exactly one lint must say so.</summary>
public sealed class OfficeLintTests
{
    private const byte Utf8 = 0x0C;
    private const byte Printable = 0x13;

    private static readonly Lazy<Dictionary<LintedUses, (TbsParts Clean, LintIssuer Issuer)>> Prepared = new(Prepare);

    // The use, then the lint that must speak.
    internal static readonly Dictionary<string, Func<TbsParts, TbsParts>> Broken = new()
    {
        ["HolderEncryption/KeyUsageIsForEnciphering: absent"] = t => t.Without("2.5.29.15"),
        ["HolderEncryption/KeyUsageIsForEnciphering: digitalSignature too"] = t => t.With("2.5.29.15", [3, 2, 3, 0xB8], isCritical: true),
        ["HolderEncryption/KeyUsageIsForEnciphering: not critical"] = t => t.With("2.5.29.15", [3, 2, 3, 0x38]),
        ["HolderEncryption/EncryptionKeyIsSm2: P-256"] = t => Rekeyed(t, MemoryKey.Of("p256", KeyAlgorithm.EcdsaP256).SubjectPublicKeyInfo.ToArray()),
        ["HolderEncryption/EncryptionPurposesDoNotSign: documentSigning"] = t => t.With("2.5.29.37", Tlv(0x30, Oid("1.3.6.1.5.5.7.3.36"))),
        ["HolderEncryption/PublicKeyIsNotTheAuthoritys: the same"] = t => Rekeyed(t, Prepared.Value[LintedUses.HolderEncryption].Issuer.SubjectPublicKeyInfo.ToArray()),
        ["Root/KeyUsageIsForCertifying: cRLSign missing"] = t => t.With("2.5.29.15", [3, 2, 2, 4], isCritical: true),
        ["Root/RootIsItsOwnIssuer: another's name"] = t => t with { Subject = Name(("2.5.4.6", Printable, "CN"u8.ToArray()), ("2.5.4.10", Utf8, "a"u8.ToArray()), ("2.5.4.3", Utf8, "b"u8.ToArray())) },
        ["Root/RootIsItsOwnIssuer: another's key"] = t => Rekeyed(t, Sm2PrivateKey.Generate().PublicKey.ExportSubjectPublicKeyInfo()),
        ["Root/RootPointsNowhere: a list of its own"] = t => t.With("2.5.29.31", Address),
        ["Root/RootPointsNowhere: a delta of its own"] = t => t.With("2.5.29.31", Address).With("2.5.29.46", Address),
        ["Issuing/KeyUsageIsForCertifying: digitalSignature too"] = t => t.With("2.5.29.15", [3, 2, 1, 0x86], isCritical: true),
        ["Issuing/AuthorityIsCritical: not critical"] = t => t.With("2.5.29.19", [0x30, 6, 1, 1, 0xFF, 2, 1, 0]),
        ["Issuing/AuthorityIsCritical: absent"] = t => t.Without("2.5.29.19"),
        ["Issuing/IssuingAuthorityHasNoneBelow: one"] = t => t.With("2.5.29.19", [0x30, 6, 1, 1, 0xFF, 2, 1, 1], isCritical: true),
        ["Issuing/IssuingAuthorityHasNoneBelow: without limit"] = t => t.With("2.5.29.19", [0x30, 3, 1, 1, 0xFF], isCritical: true),
        ["Issuing/AuthorityHasNoKeyPurposes: clientAuth"] = t => t.With("2.5.29.37", Tlv(0x30, Oid("1.3.6.1.5.5.7.3.2"))),
        ["Issuing/OfficesAreNamed: without organisation"] = t => t with { Subject = Name(("2.5.4.6", Printable, "CN"u8.ToArray()), ("2.5.4.3", Utf8, "b"u8.ToArray())) },
        ["Issuing/SubjectIsAnotherThanTheIssuer: the same"] = t => t with { Subject = t.Issuer },
        ["OcspResponder/ResponderPurposeIsAlone: clientAuth too"] = t => t.With("2.5.29.37", Tlv(0x30, [.. Oid("1.3.6.1.5.5.7.3.9"), .. Oid("1.3.6.1.5.5.7.3.2")])),
        ["OcspResponder/ResponderPurposeIsAlone: absent"] = t => t.Without("2.5.29.37"),
        ["OcspResponder/ResponderIsNotChecked: absent"] = t => t.Without("1.3.6.1.5.5.7.48.1.5"),
        ["OcspResponder/ResponderLivesShortly: two years"] = t => t with { NotAfter = Tlv(0x17, "280105155959Z"u8.ToArray()) },
        ["OcspResponder/ResponderKeyUsageIsForSigning: keyCertSign"] = t => t.With("2.5.29.15", [3, 2, 2, 0x84], isCritical: true),
        ["OcspResponder/HolderIsNoAuthority: cA TRUE"] = t => t.With("2.5.29.19", [0x30, 3, 1, 1, 0xFF], isCritical: true),
        ["TimestampAuthority/TimestampPurposeIsAloneAndCritical: not critical"] = t => t.With("2.5.29.37", Tlv(0x30, Oid("1.3.6.1.5.5.7.3.8"))),
        ["TimestampAuthority/TimestampPurposeIsAloneAndCritical: absent"] = t => t.Without("2.5.29.37"),
        ["TimestampAuthority/TimestampKeyUsageIsForSigning: keyEncipherment"] = t => t.With("2.5.29.15", [3, 2, 5, 0xA0], isCritical: true),
        ["TimestampAuthority/NoCheckIsForResponders: there"] = t => t.With("1.3.6.1.5.5.7.48.1.5", [5, 0]),
        ["SealMaker/SealMakerKeyUsageIsForSigning: without nonRepudiation"] = t => t.With("2.5.29.15", [3, 2, 7, 0x80], isCritical: true),
        ["SealMaker/SealMakerPurposesSuit: clientAuth"] = t => t.With("2.5.29.37", Tlv(0x30, Oid("1.3.6.1.5.5.7.3.2"))),
        ["SealMaker/OfficesAreNamed: without a country"] = t => t with { Subject = Name(("2.5.4.10", Utf8, "a"u8.ToArray()), ("2.5.4.3", Utf8, "b"u8.ToArray())) },
    };

    private static byte[] Address => Tlv(0x30, Tlv(0x30, Tlv(0xA0, Tlv(0xA0, Tlv(0x86, "http://a.test/a.crl"u8.ToArray())))));

    public static TheoryData<string> Cases => [.. Broken.Keys];

    public static TheoryData<string> Uses => [.. Enum.GetNames<LintedUses>().Where(name => int.IsPow2((int)Enum.Parse<LintedUses>(name)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_broken_is_found_by_its_own_lint_alone(string name)
    {
        var (use, lint) = (Enum.Parse<LintedUses>(name[..name.IndexOf('/', StringComparison.Ordinal)]), name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var (clean, issuer) = Prepared.Value[use];
        var findings = LintBook.Check(Broken[name](clean).Encode(), use, issuer, new LocalDate(2026, 1, 5));

        Assert.Equal([lint[..lint.IndexOf(':', StringComparison.Ordinal)]], findings.Select(finding => finding.Id));
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void What_a_ceremony_and_the_authority_make_is_found_by_none(string use)
    {
        var (clean, issuer) = Prepared.Value[Enum.Parse<LintedUses>(use)];

        Assert.Empty(LintBook.Check(clean.Encode(), Enum.Parse<LintedUses>(use), issuer, new LocalDate(2026, 1, 5)));
    }

    private static Dictionary<LintedUses, (TbsParts, LintIssuer)> Prepare()
    {
        using var hierarchy = new SmallHierarchy(KeyAlgorithm.Sm2);
        using var holder = Sm2PrivateKey.Generate();
        var plan = Workshop.Plan();
        var pair = hierarchy.Authority.Prepare(
            plan, Workshop.SubjectOf(plan), new(Workshop.Serial, Workshop.EncryptionSerial), SmallHierarchy.RequestOf(holder), default).AsTask().GetAwaiter().GetResult();
        var (root, issuing) = (LintIssuer.Of(CaCertificate.FromDer(hierarchy.Root.Encoded.Span)), LintIssuer.Of(CaCertificate.FromDer(hierarchy.Issuing.Encoded.Span)));
        return new()
        {
            [LintedUses.HolderSigning] = (Signed(pair.Signing), issuing),
            [LintedUses.HolderEncryption] = (Signed(pair.Encryption!.Certificate), issuing),
            [LintedUses.Root] = (Parts(hierarchy.Root), root),
            [LintedUses.Issuing] = (Parts(hierarchy.Issuing), root),
            [LintedUses.Cross] = (Parts(hierarchy.Issuing), root),
            [LintedUses.OcspResponder] = (Parts(hierarchy.Office(CertificateRole.Ocsp)), issuing),
            [LintedUses.TimestampAuthority] = (Parts(hierarchy.Office(CertificateRole.Timestamp)), issuing),
            [LintedUses.SealMaker] = (Parts(hierarchy.Office(CertificateRole.SealMaker)), issuing),
        };

        TbsParts Signed(PreparedCertificate prepared) =>
            Parts(PkiCertificate.From(hierarchy.Authority.Sign(prepared, default).AsTask().GetAwaiter().GetResult().Bytes));
    }

    private static TbsParts Parts(PkiCertificate certificate) => TbsParts.Of(certificate.ToBeSigned);

    private static TbsParts Rekeyed(TbsParts parts, byte[] key) => (parts with { SubjectPublicKeyInfo = key })
        .With("2.5.29.14", Tlv(4, Pki.Extensions.KeyIdentifiers.Of(PublicKey.From(key))));
}
