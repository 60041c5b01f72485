using System.Formats.Asn1;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Issuance.Lints;

/// <summary>Every lint, in the order in which findings are told.</summary>
internal static class LintBook
{
    /// <summary>What the others rely on: where this one is not met, they would be reading noise.</summary>
    public static ILint Foundation { get; } = new EncodingIsStrictDer();

    public static IReadOnlyList<ILint> All { get; } =
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
        new PublicKeyIsOnP256(),
        new PublicKeyIsNotTheAuthoritys(),
        new UniqueIdentifiersAreAbsent(),
        new ExtensionsStandOnce(),
        new CriticalExtensionsAreKnown(),
        new KeyUsageIsForSigning(),
        new HolderIsNoAuthority(),
        new KeyPurposesSuitAHolder(),
        new SubjectKeyIdentifierNamesTheKey(),
        new AuthorityKeyIdentifierNamesTheAuthority(),
        new RevocationListIsReachable(),
    ];

    /// <summary>What is not in order about these bytes; empty where they may be signed.</summary>
    public static IReadOnlyList<IssuanceFinding> Check(ReadOnlyMemory<byte> tbs, LintIssuer issuer, LocalDate signingDate)
    {
        if (!IsDer(tbs, issuer, out var certificate))
            return [Foundation.Rule.ToFinding()];
        return [.. All.Where(lint => lint.Rule.EffectiveFrom <= signingDate && !IsMet(lint, certificate, issuer)).Select(lint => lint.Rule.ToFinding())];
    }

    private static bool IsDer(ReadOnlyMemory<byte> tbs, LintIssuer issuer, out ToBeSigned certificate)
    {
        certificate = ToBeSigned.Nothing;
        try
        {
            certificate = ToBeSigned.Read(tbs);
            return Foundation.IsMetBy(certificate, issuer);
        }
        catch (AsnContentException)
        {
            return false;
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
