using System.Collections.Immutable;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>A cause, and whether the certificate's state, or an answer, proves it or merely allows it.</summary>
public sealed record DiagnosedCause(HelpCause Cause, bool IsEstablished);

/// <summary>What is behind a message, as far as the state of the certificate tells.</summary>
/// <param name="Causes">Those established first, each group in order of likelihood. None are left where the state excludes them all.</param>
public sealed record Diagnosis(HelpEntry Entry, ImmutableArray<DiagnosedCause> Causes)
{
    /// <param name="platform">Where the message was met, if that is known; else it is taken to be the certificate's home.</param>
    /// <param name="told">What the person has said of checks that no state answers: whether each holds.</param>
    public static Diagnosis Of(HelpEntry entry, CertificateFacts facts, PlatformId? platform, IReadOnlyDictionary<CauseCheck, bool>? told = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(facts);
        var metOn = platform ?? facts.Platform;
        return new Diagnosis(
            entry,
            [
                .. entry.Causes
                    .Where(cause => metOn is null || cause.IsPossibleOn(metOn))
                    .Select(cause => (Cause: cause, Holds: Holds(cause.Check, facts) ?? Told(cause.Check, told)))
                    .Where(judged => judged.Holds is not false)
                    .Select(judged => new DiagnosedCause(judged.Cause, judged.Holds is true))
                    .OrderByDescending(cause => cause.IsEstablished),
            ]);
    }

    /// <summary>Whether a certificate's own state answers it, so that nobody is asked.</summary>
    public static bool IsAnsweredByState(CauseCheck check) => check is CauseCheck.CertificateExpired or CauseCheck.ExpiredInAnotherContainer
        or CauseCheck.ApplicationOpen or CauseCheck.ApplicationUnderAnotherPhone or CauseCheck.GrantWaiting or CauseCheck.RenewalOpen;

    // What the state answers, nobody's word changes: it may merely not be known.
    private static bool? Told(CauseCheck? check, IReadOnlyDictionary<CauseCheck, bool>? told) =>
        check is { } asked && !IsAnsweredByState(asked) && told?.TryGetValue(asked, out var holds) is true ? holds : null;

    // True is proven, false excluded, null not known.
    private static bool? Holds(CauseCheck? check, CertificateFacts facts) => check switch
    {
        CauseCheck.CertificateExpired => facts.Validity is { } validity ? validity == CertificateValidity.Expired : null,
        CauseCheck.ExpiredInAnotherContainer => facts.Validity is CertificateValidity.Valid ? true : null,
        CauseCheck.ApplicationOpen => And(facts.IsApplicationOpen, facts.IsUnderThisPhone ?? true),
        CauseCheck.ApplicationUnderAnotherPhone => And(facts.IsApplicationOpen, !facts.IsUnderThisPhone),
        CauseCheck.GrantWaiting => facts.IsGrantWaiting,
        CauseCheck.RenewalOpen => facts.IsRenewalOpen,
        _ => null,
    };

    private static bool? And(bool? one, bool? other) => one & other;
}
