namespace ScCa.Issuance.Journal;

/// <summary>What there is to say about a journal.</summary>
public enum JournalFindingKind
{
    /// <summary>A line does not follow from the one before it: the file was altered.</summary>
    ChainBroken = 0,

    /// <summary>The beginning of a line stands behind the last: a power cut.</summary>
    TornLastLine = 1,

    /// <summary>A line is none of a journal's.</summary>
    LineUnreadable = 2,

    /// <summary>A key was asked to sign what no intent speaks of.</summary>
    WithoutIntent = 3,

    /// <summary>A key was asked to sign one intent, or one serial, more than once.</summary>
    SignedTwice = 4,

    /// <summary>The line after the signature is missing: a crash in between.</summary>
    OutcomeUnknown = 5,
}

/// <summary>One thing about a journal.</summary>
/// <param name="Line">The number of the line; null where it is about the file.</param>
/// <param name="Serial">Null where there is none to be read.</param>
public sealed record JournalFinding(JournalFindingKind Kind, string File, long? Line, string? Serial)
{
    /// <summary>Whether somebody must look into it at once; the others are what crashes leave behind.</summary>
    public bool IsAlarming => Kind is not (JournalFindingKind.TornLastLine or JournalFindingKind.OutcomeUnknown);
}
