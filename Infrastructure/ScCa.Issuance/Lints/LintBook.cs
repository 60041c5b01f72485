using System.Collections.Immutable;
using System.Formats.Asn1;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Every lint, in the order in which findings are told.</summary>
internal static class LintBook
{
    /// <summary>What the others rely on: where this one is not met, they would be reading noise.</summary>
    public static ILint Foundation { get; } = new EncodingIsStrictDer();

    public static ImmutableArray<ILint> All { get; } =
    [
        Foundation,
        new VersionIsThree(),
        new SerialFitsTwentyOctets(),
        new SerialHasSixtyFourBits(),
        new SignatureAlgorithmIsTheOneUsed(),
        new IssuerIsTheAuthority(),
        new TimesAreEncodedByYear(),
        new ValidityRunsForwards(),
        new LastDayIsWhole(),
        new ValidityStaysWithinAuthority(),
        new SubjectIsNotEmpty(),
        new SubjectStringTypesFit(),
        new SubjectKeepsUpperBounds(),
        new SubjectHidesNothing(),
        new SubjectIsComposed(),
        new CountryStandsFirst(),
        new AttributesStandOnce(),
        new EmailStandsNotInTheName(),
        new ResidentNumberStandsNotInTheName(),
        new SubjectIsAnotherThanTheIssuer(),
        new PublicKeyKindIsAccepted(),
        new PointIsOnItsCurve(),
        new RsaKeyIsStrong(),
        new PublicKeyIsNotTheAuthoritys(),
        new UniqueIdentifiersAreAbsent(),
        new ExtensionsStandOnce(),
        new CriticalExtensionsAreKnown(),
        new ObsoleteExtensionsAreAbsent(),
        new KeyUsageIsForSigning(),
        new KeyUsageIsForEnciphering(),
        new EncryptionKeyIsSm2(),
        new EncryptionPurposesDoNotSign(),
        new HolderIsNoAuthority(),
        new KeyPurposesSuitAHolder(),
        new SubjectKeyIdentifierNamesTheKey(),
        new AuthorityKeyIdentifierNamesTheAuthority(),
        new RevocationListIsReachable(),
        new DeltaListIsReachable(),
        new DeltaListStandsBesideAWholeOne(),
        new AccessLocationsAreReachable(),
        new PoliciesStandOnce(),
        new AnyPolicyIsForAuthorities(),
        new PolicyStatementIsReachable(),
        new IdentityTypesFit(),
        new OrganizationCodeChecks(),
        new KeyUsageIsForCertifying(),
        new AuthorityIsCritical(),
        new IssuingAuthorityHasNoneBelow(),
        new AuthorityHasNoKeyPurposes(),
        new RootIsItsOwnIssuer(),
        new RootPointsNowhere(),
        new OfficesAreNamed(),
        new ResponderPurposeIsAlone(),
        new ResponderIsNotChecked(),
        new ResponderLivesShortly(),
        new ResponderKeyUsageIsForSigning(),
        new NoCheckIsForResponders(),
        new TimestampPurposeIsAloneAndCritical(),
        new TimestampKeyUsageIsForSigning(),
        new SealMakerKeyUsageIsForSigning(),
        new SealMakerPurposesSuit(),
    ];

    private static readonly Dictionary<LintedUses, ILint[]> ByUse = Enum.GetValues<LintedUses>()
        .Where(use => int.IsPow2((int)use)).ToDictionary(use => use, use => All.Where(lint => lint != Foundation && (lint.Rule.Uses & use) != 0).ToArray());

    /// <summary>What is not in order about these bytes; empty where they may be signed.</summary>
    /// <param name="use">What the certificate is to be: one of the uses.</param>
    public static IReadOnlyList<IssuanceFinding> Check(ReadOnlyMemory<byte> tbs, LintedUses use, LintIssuer issuer, LocalDate signingDate)
    {
        if (ReadStrictly(tbs, issuer) is not { } certificate)
            return [Foundation.Rule.ToFinding()];
        List<IssuanceFinding>? findings = null;
        foreach (var lint in ByUse[use])
        {
            if (lint.Rule.EffectiveFrom <= signingDate && !IsMet(lint, certificate, issuer))
                (findings ??= []).Add(lint.Rule.ToFinding());
        }

        return findings ?? (IReadOnlyList<IssuanceFinding>)[];
    }

    private static ToBeSigned? ReadStrictly(ReadOnlyMemory<byte> tbs, LintIssuer issuer)
    {
        try
        {
            var certificate = ToBeSigned.Read(tbs);
            return Foundation.IsMetBy(certificate, issuer) ? certificate : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static bool IsMet(ILint lint, ToBeSigned certificate, LintIssuer issuer)
    {
        try
        {
            return lint.IsMetBy(certificate, issuer);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
