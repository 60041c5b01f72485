namespace ScCa.Pki.Paths;

/// <summary>How a name stands to a constraint of its form.</summary>
internal enum NameComparability
{
    Outside = 0,
    Inside = 1,

    /// <summary>One of both is not in a syntax that can be compared.</summary>
    NotComparable = 2,
}
