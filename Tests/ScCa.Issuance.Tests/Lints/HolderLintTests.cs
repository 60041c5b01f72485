using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Issuance.Lints;
using ScCa.Pki.Certificates;
using ScCa.Signing;
using Xunit;
using static ScCa.Issuance.Tests.Lints.TbsParts;

namespace ScCa.Issuance.Tests.Lints;

/// <summary>Each case breaks one thing in a certificate that is in order, and exactly one lint must say so; its twin keeps within the rule, and none may.</summary>
public sealed class HolderLintTests : IDisposable
{
    private const byte Utf8 = 0x0C;
    private const byte Printable = 0x13;
    private const byte Bmp = 0x1E;

    private readonly Workshop workshop = new();

    private readonly LintIssuer issuer;

    private readonly TbsParts clean;

    public HolderLintTests()
    {
        issuer = LintIssuer.Of(workshop.Authority.Certificate);
        var issued = workshop.Issue().GetAwaiter().GetResult();
        clean = TbsParts.Of(PkiCertificate.From(issued.Bytes).ToBeSigned);
    }

    public void Dispose() => workshop.Dispose();

    public static TheoryData<string> Cases => [.. Broken.Keys];

    public static TheoryData<string> TwinCases => [.. Twins.Keys];

    // The key up to the colon is the lint that must speak.
    internal static readonly Dictionary<string, Func<TbsParts, Workshop, TbsParts>> Broken = new()
    {
        ["EncodingIsStrictDer: BOOLEAN true as 01"] = (t, _) => t.Without("2.5.29.15").Adding("2.5.29.15", Tlv(0x30, [.. Oid("2.5.29.15"), 1, 1, 1, .. Tlv(4, 3, 2, 6, 0xC0)])),
        ["EncodingIsStrictDer: critical FALSE written out"] = (t, _) => t.Adding("1.2.3", Tlv(0x30, [.. Oid("1.2.3"), 1, 1, 0, .. Tlv(4, 5, 0)])),
        ["EncodingIsStrictDer: serial with a needless zero"] = (t, _) => t with { Serial = Tlv(2, [0, .. Enumerable.Repeat((byte)1, 16)]) },
        ["EncodingIsStrictDer: noise inside an extension"] = (t, _) => t.With("1.2.3", [0x30, 5, 1]),
        ["EncodingIsStrictDer: unsorted SET OF"] = (t, _) => t with { Subject = Tlv(0x30, Tlv(0x31, [.. Attribute("2.5.4.10", "b"), .. Attribute("2.5.4.3", "a")])) },
        ["EncodingIsStrictDer: bytes after the end"] = (t, _) => t with { Extensions = t.Extensions, SubjectPublicKeyInfo = [.. t.SubjectPublicKeyInfo, 5, 0] },
        ["VersionIsThree: absent"] = (t, _) => t with { Version = [] },
        ["VersionIsThree: two"] = (t, _) => t with { Version = [0xA0, 3, 2, 1, 1] },
        ["SerialFitsTwentyOctets: 21 octets"] = (t, _) => t with { Serial = Tlv(2, [1, .. new byte[20]]) },
        ["SerialFitsTwentyOctets: negative"] = (t, _) => t with { Serial = Tlv(2, [0x80, .. new byte[15]]) },
        ["SerialHasSixtyFourBits: seven octets"] = (t, _) => t with { Serial = Tlv(2, 0x7F, 1, 2, 3, 4, 5, 6) },
        ["SignatureAlgorithmIsTheOneUsed: with NULL"] = (t, _) => t with { SignatureAlgorithm = Tlv(0x30, [.. Oid("1.2.840.10045.4.3.2"), 5, 0]) },
        ["SignatureAlgorithmIsTheOneUsed: SHA-384"] = (t, _) => t with { SignatureAlgorithm = Tlv(0x30, Oid("1.2.840.10045.4.3.3")) },
        ["IssuerIsTheAuthority: another name"] = (t, _) => t with { Issuer = Name(("2.5.4.3", Utf8, "Test CA"u8.ToArray())) },
        ["TimesAreEncodedByYear: GeneralizedTime before 2050"] = (t, _) => t with { NotAfter = Time(0x18, "20270105155959Z") },
        ["TimesAreEncodedByYear: GeneralizedTime at the start"] = (t, _) => t with { NotBefore = Time(0x18, "20260105023015Z") },
        ["ValidityRunsForwards: no time at all"] = (t, _) => t with { NotBefore = t.NotAfter },
        ["LastDayIsWhole: a second early"] = (t, _) => t with { NotAfter = Time(0x17, "270105155958Z") },
        ["LastDayIsWhole: midnight in UTC"] = (t, _) => t with { NotAfter = Time(0x17, "270105235959Z") },
        ["ValidityStaysWithinAuthority: ends later"] = (t, _) => t with { NotAfter = Time(0x18, "20550101155959Z") },
        ["ValidityStaysWithinAuthority: starts earlier"] = (t, _) => t with { NotBefore = Time(0x17, "241231235959Z") },
        ["SubjectIsNotEmpty: no attribute"] = (t, _) => t with { Subject = Tlv(0x30) },
        ["SubjectIsNotEmpty: empty attribute"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, [])) },
        ["SubjectStringTypesFit: country as UTF8String"] = (t, _) => t with { Subject = Name(("2.5.4.6", Utf8, "CN"u8.ToArray())) },
        ["SubjectStringTypesFit: country in small letters"] = (t, _) => t with { Subject = Name(("2.5.4.6", Printable, "cn"u8.ToArray())) },
        ["SubjectStringTypesFit: serialNumber as UTF8String"] = (t, _) => t with { Subject = Name(("2.5.4.5", Utf8, "1"u8.ToArray())) },
        ["SubjectStringTypesFit: BMPString"] = (t, _) => t with { Subject = Name(("2.5.4.10", Bmp, Encoding.BigEndianUnicode.GetBytes("单位"))) },
        ["SubjectKeepsUpperBounds: 65 characters"] = (t, _) => t with { Subject = Name(("2.5.4.10", Utf8, Encoding.UTF8.GetBytes(new string('甲', 65)))) },
        ["SubjectKeepsUpperBounds: 129 in a locality"] = (t, _) => t with { Subject = Name(("2.5.4.7", Utf8, Encoding.UTF8.GetBytes(new string('甲', 129)))) },
        ["SubjectHidesNothing: right-to-left override"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, Encoding.UTF8.GetBytes("甲\u202E乙"))) },
        ["SubjectHidesNothing: zero width"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, Encoding.UTF8.GetBytes("甲\u200B乙"))) },
        ["SubjectHidesNothing: NUL"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, Encoding.UTF8.GetBytes("甲\0乙"))) },
        ["SubjectHidesNothing: space at the end"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, Encoding.UTF8.GetBytes("甲\u3000"))) },
        ["PointIsOnItsCurve: off the curve"] = (t, _) => Rekeyed(t, [.. t.SubjectPublicKeyInfo[..^1], (byte)(t.SubjectPublicKeyInfo[^1] ^ 1)]),
        ["PublicKeyKindIsAccepted: P-384"] = (t, _) => Rekeyed(t, P384()),
        ["PointIsOnItsCurve: compressed"] = (t, _) => Rekeyed(t, Compressed(t.SubjectPublicKeyInfo)),
        ["PublicKeyIsNotTheAuthoritys: the same"] = (t, w) => Rekeyed(t, w.Key.SubjectPublicKeyInfo.ToArray()),
        ["UniqueIdentifiersAreAbsent: of the issuer"] = (t, _) => t with { UniqueIdentifiers = [0x81, 2, 0, 1] },
        ["UniqueIdentifiersAreAbsent: of the subject"] = (t, _) => t with { UniqueIdentifiers = [0x82, 2, 0, 1] },
        ["ExtensionsStandOnce: twice"] = (t, _) => t.Adding(t.Extensions[^1].Oid, t.Extensions[^1].Bytes),
        ["CriticalExtensionsAreKnown: an unknown one"] = (t, _) => t.With("1.2.3", [5, 0], isCritical: true),
        ["CriticalExtensionsAreKnown: key purposes"] = (t, _) => t.With("2.5.29.37", Tlv(0x30, Oid("1.3.6.1.5.5.7.3.2")), isCritical: true),
        ["KeyUsageIsForSigning: absent"] = (t, _) => t.Without("2.5.29.15"),
        ["KeyUsageIsForSigning: not critical"] = (t, _) => t.With("2.5.29.15", [3, 2, 6, 0xC0]),
        ["KeyUsageIsForSigning: keyCertSign"] = (t, _) => t.With("2.5.29.15", [3, 2, 2, 0xC4], isCritical: true),
        ["KeyUsageIsForSigning: keyEncipherment"] = (t, _) => t.With("2.5.29.15", [3, 2, 5, 0x20], isCritical: true),
        ["KeyUsageIsForSigning: trailing zero bits"] = (t, _) => t.With("2.5.29.15", [3, 2, 0, 0xC0], isCritical: true),
        ["HolderIsNoAuthority: cA TRUE"] = (t, _) => t.With("2.5.29.19", [0x30, 3, 1, 1, 0xFF], isCritical: true),
        ["KeyPurposesSuitAHolder: absent"] = (t, _) => t.Without("2.5.29.37"),
        ["KeyPurposesSuitAHolder: empty"] = (t, _) => t.With("2.5.29.37", [0x30, 0]),
        ["KeyPurposesSuitAHolder: any"] = (t, _) => t.With("2.5.29.37", Tlv(0x30, Oid("2.5.29.37.0"))),
        ["KeyPurposesSuitAHolder: OCSP signing among others"] = (t, _) => t.With("2.5.29.37", Tlv(0x30, [.. Oid("1.3.6.1.5.5.7.3.2"), .. Oid("1.3.6.1.5.5.7.3.9")])),
        ["SubjectKeyIdentifierNamesTheKey: absent"] = (t, _) => t.Without("2.5.29.14"),
        ["SubjectKeyIdentifierNamesTheKey: another key's"] = (t, _) => t.With("2.5.29.14", Tlv(4, new byte[20])),
        ["AuthorityKeyIdentifierNamesTheAuthority: absent"] = (t, _) => t.Without("2.5.29.35"),
        ["AuthorityKeyIdentifierNamesTheAuthority: another's"] = (t, _) => t.With("2.5.29.35", Tlv(0x30, Tlv(0x80, new byte[20]))),
        ["AuthorityKeyIdentifierNamesTheAuthority: without a key"] = (t, _) => t.With("2.5.29.35", [0x30, 0]),
        ["SubjectIsComposed: a letter and its accent"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, Encoding.UTF8.GetBytes("Café".Normalize(NormalizationForm.FormD)))) },
        ["CountryStandsFirst: behind the name"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, "a"u8.ToArray()), ("2.5.4.6", Printable, "CN"u8.ToArray())) },
        ["AttributesStandOnce: two names"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, "a"u8.ToArray()), ("2.5.4.3", Utf8, "b"u8.ToArray())) },
        ["EmailStandsNotInTheName: an address"] = (t, _) => t with { Subject = Name(("2.5.4.3", Utf8, "a"u8.ToArray()), ("1.2.840.113549.1.9.1", 0x16, "a@example.test"u8.ToArray())) },
        ["ResidentNumberStandsNotInTheName: behind other text"] = (t, _) => t with { Subject = Name(("2.5.4.11", Utf8, Encoding.UTF8.GetBytes("李11010519491231002X"))) },
        ["SubjectIsAnotherThanTheIssuer: the same"] = (t, _) => t with { Subject = t.Issuer },
        ["PublicKeyKindIsAccepted: Ed25519"] = (t, _) => Rekeyed(t, Tlv(0x30, [.. Tlv(0x30, Oid("1.3.101.112")), .. Tlv(3, [0, .. new byte[32]])])),
        ["RsaKeyIsStrong: 1024 bits"] = (t, _) => Rekeyed(t, Rsa(1024)),
        ["RsaKeyIsStrong: exponent 3"] = (t, _) => Rekeyed(t, Rsa(2048, 3)),
        ["ObsoleteExtensionsAreAbsent: Netscape's type"] = (t, _) => t.With("2.16.840.1.113730.1.1", [3, 2, 5, 0xA0]),
        ["AccessLocationsAreReachable: https"] = (t, _) => t.With("1.3.6.1.5.5.7.1.1", Places("1.3.6.1.5.5.7.48.1", "https://ocsp.example.test/")),
        ["AccessLocationsAreReachable: another method"] = (t, _) => t.With("1.3.6.1.5.5.7.1.1", Places("1.3.6.1.5.5.7.48.3", "http://tsa.example.test/")),
        ["AccessLocationsAreReachable: none"] = (t, _) => t.With("1.3.6.1.5.5.7.1.1", [0x30, 0]),
        ["PoliciesStandOnce: twice"] = (t, _) => t.With("2.5.29.32", Tlv(0x30, [.. Tlv(0x30, Oid("1.2.3")), .. Tlv(0x30, Oid("1.2.4")), .. Tlv(0x30, Oid("1.2.3"))])),
        ["PoliciesStandOnce: none"] = (t, _) => t.With("2.5.29.32", [0x30, 0]),
        ["AnyPolicyIsForAuthorities: any"] = (t, _) => t.With("2.5.29.32", Tlv(0x30, Tlv(0x30, Oid("2.5.29.32.0")))),
        ["PolicyStatementIsReachable: ftp"] = (t, _) => t.With("2.5.29.32", Policy("ftp://cps.example.test/")),
        ["IdentityTypesFit: a code as UTF8String"] = (t, _) => t.With("1.2.156.10260.4.1.4", Tlv(Utf8, "91350100M000100Y43"u8.ToArray())),
        ["IdentityTypesFit: an empty tax number"] = (t, _) => t.With("1.2.156.10260.4.1.5", [0x13, 0]),
        ["OrganizationCodeChecks: one character wrong"] = (t, _) => t.With("1.2.156.10260.4.1.4", Tlv(Printable, "91350100M000100Y44"u8.ToArray())),
        ["OrganizationCodeChecks: too short"] = (t, _) => t.With("1.2.156.10260.4.1.4", Tlv(Printable, "MA00000"u8.ToArray())),
        ["NoCheckIsForResponders: a holder"] = (t, _) => t.With("1.3.6.1.5.5.7.48.1.5", [5, 0]),
        ["RevocationListIsReachable: https"] = (t, _) => t.With("2.5.29.31", Points("https://crl.example.test/a.crl")),
        ["RevocationListIsReachable: nowhere"] = (t, _) => t.With("2.5.29.31", [0x30, 0]),
        ["RevocationListIsReachable: ldap among others"] = (t, _) => t.With("2.5.29.31", Points("http://crl.example.test/a.crl", "ldap://crl.example.test/a")),
        ["DeltaListIsReachable: https"] = (t, _) => t.With("2.5.29.46", Points("https://crl.example.test/a-delta.crl")),
        ["DeltaListIsReachable: nowhere"] = (t, _) => t.With("2.5.29.46", [0x30, 0]),
        ["DeltaListStandsBesideAWholeOne: alone"] = (t, _) => t.Without("2.5.29.31").With("2.5.29.46", Points("http://crl.example.test/a-delta.crl")),
    };

    private static readonly Dictionary<string, Func<TbsParts, TbsParts>> Twins = new()
    {
        ["EncodingIsStrictDer: an unknown extension in good DER"] = t => t.With("1.2.3", [0x30, 3, 1, 1, 0xFF]),
        ["EncodingIsStrictDer: sorted SET OF"] = t => t with { Subject = Tlv(0x30, Tlv(0x31, [.. Attribute("2.5.4.3", "a"), .. Attribute("2.5.4.10", "b")])) },
        ["SerialFitsTwentyOctets: 20 octets"] = t => t with { Serial = Tlv(2, [0x7F, .. new byte[19]]) },
        ["SerialHasSixtyFourBits: eight octets"] = t => t with { Serial = Tlv(2, 0x7F, 1, 2, 3, 4, 5, 6, 7) },
        ["TimesAreEncodedByYear: the last UTCTime"] = t => t with { NotAfter = Time(0x17, "491231155959Z") },
        ["TimesAreEncodedByYear: the first GeneralizedTime"] = t => t with { NotAfter = Time(0x18, "20500101155959Z") },
        ["ValidityRunsForwards: one second"] = t => t with { NotBefore = Time(0x17, "270105155958Z") },
        ["ValidityStaysWithinAuthority: from its first second"] = t => t with { NotBefore = Time(0x17, "250101000000Z") },
        ["ValidityStaysWithinAuthority: to its last day"] = t => t with { NotAfter = Time(0x18, "20541231155959Z") },
        ["SubjectStringTypesFit: a PrintableString name"] = t => t with { Subject = Name(("2.5.4.3", Printable, "Unit"u8.ToArray())) },
        ["SubjectKeepsUpperBounds: 64 characters of four octets"] = t => t with { Subject = Name(("2.5.4.10", Utf8, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\U00020000", 64))))) },
        ["SubjectKeepsUpperBounds: 128 in a locality"] = t => t with { Subject = Name(("2.5.4.7", Utf8, Encoding.UTF8.GetBytes(new string('甲', 128)))) },
        ["SubjectHidesNothing: full-width brackets and inner spaces"] = t => t with { Subject = Name(("2.5.4.3", Utf8, Encoding.UTF8.GetBytes("甲（集团） 公司·乙"))) },
        ["CriticalExtensionsAreKnown: an unknown one that is not critical"] = t => t.With("1.2.3", [5, 0]),
        ["HolderIsNoAuthority: an empty basicConstraints"] = t => t.With("2.5.29.19", [0x30, 0], isCritical: true),
        ["KeyPurposesSuitAHolder: one of the two"] = t => t.With("2.5.29.37", Tlv(0x30, Oid("1.3.6.1.5.5.7.3.36"))),
        ["SubjectIsComposed: composed"] = t => t with { Subject = Name(("2.5.4.3", Utf8, Encoding.UTF8.GetBytes("Café 成都"))) },
        ["CountryStandsFirst: no country"] = t => t with { Subject = Name(("2.5.4.3", Utf8, "a"u8.ToArray())) },
        ["AttributesStandOnce: two units"] = t => t with { Subject = Name(("2.5.4.11", Utf8, "a"u8.ToArray()), ("2.5.4.11", Utf8, "b"u8.ToArray())) },
        ["ResidentNumberStandsNotInTheName: its check wrong"] = t => t with { Subject = Name(("2.5.4.3", Utf8, "110105194912310021"u8.ToArray())) },
        ["ResidentNumberStandsNotInTheName: within a longer number"] = t => t with { Subject = Name(("2.5.4.3", Utf8, "9110105194912310029"u8.ToArray())) },
        ["RsaKeyIsStrong: 2048 bits"] = t => Rekeyed(t, Rsa(2048)),
        ["AccessLocationsAreReachable: no access"] = t => t.Without("1.3.6.1.5.5.7.1.1"),
        ["PoliciesStandOnce: two policies"] = t => t.With("2.5.29.32", Tlv(0x30, [.. Tlv(0x30, Oid("1.2.3")), .. Tlv(0x30, Oid("1.2.4"))])),
        ["PolicyStatementIsReachable: http"] = t => t.With("2.5.29.32", Policy("http://cps.example.test/")),
        ["IdentityTypesFit: an identity code, tagged"] = t => t.With("1.2.156.10260.4.1.1", Tlv(0xA0, Tlv(Printable, "x"u8.ToArray()))),
        ["PointIsOnItsCurve: SM2"] = t => Rekeyed(t, Sm2PrivateKey.Generate().PublicKey.ExportSubjectPublicKeyInfo()),
        ["RevocationListIsReachable: no list"] = t => t.Without("2.5.29.31").Without("2.5.29.46"),
        ["DeltaListIsReachable: no delta"] = t => t.Without("2.5.29.46"),
        ["DeltaListStandsBesideAWholeOne: neither"] = t => t.Without("2.5.29.31").Without("2.5.29.46"),
        ["RevocationListIsReachable: two lists"] = t => t.With("2.5.29.31", Points("http://a.example.test/a.crl", "http://b.example.test/b.crl")),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_broken_is_found_by_its_own_lint_alone(string name)
    {
        var findings = Check(Broken[name](clean, workshop));

        Assert.Equal([name[..name.IndexOf(':', StringComparison.Ordinal)]], findings.Select(finding => finding.Id));
    }

    [Theory]
    [MemberData(nameof(TwinCases))]
    public void What_keeps_within_the_rule_is_found_by_none(string name) => Assert.Empty(Check(Twins[name](clean)));

    [Fact]
    public void What_the_authority_makes_is_found_by_none_and_is_put_together_here_byte_for_byte() => Assert.Empty(Check(clean));

    [Fact]
    public void A_lint_binds_from_its_date_on()
    {
        var tbs = (clean with { Serial = Tlv(2, 0x7F, 1, 2, 3, 4, 5, 6) }).Encode();

        Assert.Empty(LintBook.Check(tbs, LintedUses.HolderSigning, issuer, new LocalDate(2016, 9, 29)));
        Assert.Equal(["SerialHasSixtyFourBits"], LintBook.Check(tbs, LintedUses.HolderSigning, issuer, new LocalDate(2016, 9, 30)).Select(finding => finding.Id));
    }

    [Fact]
    public void A_value_of_any_universal_type_is_judged_without_throwing()
    {
        for (byte tag = 0; tag < 0x3F; tag++)
            _ = LintBook.Check(clean.With("1.2.3.4", Tlv(tag, 0x01)).Encode(), LintedUses.HolderSigning, issuer, new LocalDate(2026, 1, 5));
    }

    [Fact]
    public void A_certificate_cut_short_or_with_any_byte_changed_is_judged_without_throwing()
    {
        var tbs = clean.Encode();
        for (var length = 0; length < tbs.Length; length++)
            Assert.NotEmpty(LintBook.Check(tbs.AsMemory(0, length), LintedUses.HolderSigning, issuer, new LocalDate(2026, 1, 5)));
        foreach (var flipped in new byte[] { 0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0x55 })
        {
            for (var index = 0; index < tbs.Length; index++)
            {
                var changed = tbs.ToArray();
                changed[index] ^= flipped;
                _ = LintBook.Check(changed, LintedUses.HolderSigning, issuer, new LocalDate(2026, 1, 5));
            }
        }
    }

    private IReadOnlyList<IssuanceFinding> Check(TbsParts parts) => LintBook.Check(parts.Encode(), LintedUses.HolderSigning, issuer, new LocalDate(2026, 1, 5));

    // A changed key needs its own identifier, or two lints would speak.
    [SuppressMessage("Security", "CA5350", Justification = "RFC 5280 §4.2.1.2 (1) makes the name of a key with SHA-1; it protects nothing.")]
    private static TbsParts Rekeyed(TbsParts parts, byte[] key)
    {
        var fields = new System.Formats.Asn1.AsnReader(key, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        fields.ReadEncodedValue();
        return (parts with { SubjectPublicKeyInfo = key }).With("2.5.29.14", Tlv(4, SHA1.HashData(fields.ReadBitString(out _))));
    }

    // RSAPublicKey of an odd modulus that nobody has factored: the lints look no deeper.
    private static byte[] Rsa(int bits, int exponent = 65537)
    {
        byte[] modulus = [0, 0xC0, .. Enumerable.Repeat((byte)0x55, (bits / 8) - 1)];
        byte[] octets = exponent == 65537 ? [1, 0, 1] : [(byte)exponent];
        return Tlv(0x30, [.. Tlv(0x30, [.. Oid("1.2.840.113549.1.1.1"), 5, 0]), .. Tlv(3, [0, .. Tlv(0x30, [.. Tlv(2, modulus), .. Tlv(2, octets)])])]);
    }

    private static byte[] Places(string method, string url) => Tlv(0x30, Tlv(0x30, [.. Oid(method), .. Tlv(0x86, Encoding.ASCII.GetBytes(url))]));

    private static byte[] Policy(string cps) =>
        Tlv(0x30, Tlv(0x30, [.. Oid("1.2.3"), .. Tlv(0x30, Tlv(0x30, [.. Oid("1.3.6.1.5.5.7.2.1"), .. Tlv(0x16, Encoding.ASCII.GetBytes(cps))]))]));

    private static byte[] P384()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        return key.ExportSubjectPublicKeyInfo();
    }

    // SEC 1 §2.3.3: 02 or 03 by the parity of y, then x.
    private static byte[] Compressed(byte[] key)
    {
        var point = key[^65..];
        return Tlv(0x30, [.. Tlv(0x30, [.. Oid("1.2.840.10045.2.1"), .. Oid("1.2.840.10045.3.1.7")]), .. Tlv(3, [0, (byte)(2 + (point[^1] & 1)), .. point[1..33]])]);
    }

    private static byte[] Points(params string[] urls) => CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(urls).RawData;

    private static byte[] Attribute(string oid, string value) => Tlv(0x30, [.. Oid(oid), .. Tlv(Utf8, Encoding.UTF8.GetBytes(value))]);

    private static byte[] Time(byte tag, string text) => Tlv(tag, Encoding.ASCII.GetBytes(text));
}
