namespace ScCa.Pki.RevocationLists;

/// <summary>Whether a delta list may be laid over a complete one, and otherwise why not (RFC 5280 §5.2.4).</summary>
public enum DeltaFit
{
    Fits = 0,
    BaseIsDelta = 1,
    IsNoDelta = 2,
    AnotherIssuer = 3,
    AnotherScope = 4,
    AnotherKey = 5,

    /// <summary>One of the two has no number to compare.</summary>
    NotNumbered = 6,

    /// <summary>The complete list is older than the one that the delta counts on from.</summary>
    BaseTooOld = 7,

    /// <summary>The delta does not follow the complete list.</summary>
    NotNewer = 8,
}
