namespace ScCa.Pki.Paths;

/// <summary>What several lists and responses say together.</summary>
internal static class RevocationVerdicts
{
    /// <summary>Who says revoked is believed before who says good: the earliest of them. Where nobody knows, the reason that is nearest to knowing is told.</summary>
    public static RevocationVerdict Together(IReadOnlyCollection<RevocationVerdict> verdicts)
    {
        if (Earliest(verdicts, RevocationState.Revoked) is { } revoked)
            return revoked;
        if (Earliest(verdicts, RevocationState.Good) is { } good)
            return good with { KnownAsOf = verdicts.Max(verdict => verdict.KnownAsOf) };
        return verdicts.MaxBy(verdict => Nearness(verdict.WhyUnknown)) ?? RevocationVerdict.Unknown(PathFinding.RevocationEvidenceAbsent);
    }

    private static RevocationVerdict? Earliest(IEnumerable<RevocationVerdict> verdicts, RevocationState state) =>
        verdicts.Where(verdict => verdict.State == state).MinBy(verdict => verdict.RevokedAt ?? DateTimeOffset.MaxValue);

    private static int Nearness(PathFinding? why) => why switch
    {
        PathFinding.RevocationNotKnownToResponder => 6,
        PathFinding.RevocationEvidenceNotFresh => 5,
        PathFinding.RevocationEvidenceMalformed => 4,
        PathFinding.RevocationEvidenceNotAuthentic => 3,
        PathFinding.RevocationListIndirect => 2,
        PathFinding.RevocationEvidenceOutOfScope => 1,
        _ => 0,
    };
}
