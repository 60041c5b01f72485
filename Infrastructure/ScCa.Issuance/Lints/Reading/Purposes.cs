namespace ScCa.Issuance.Lints.Reading;

/// <summary>The key purposes of extKeyUsage (RFC 5280 §4.2.1.12).</summary>
internal static class Purposes
{
    public delegate bool Judge(ReadOnlySpan<byte> purpose);

    /// <summary>Whether there is at least one purpose and each is allowed.</summary>
    public static bool All(in LintedExtension extension, Judge isAllowed)
    {
        var purposes = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        var isSuited = purposes.HasData;
        while (purposes.HasData)
            isSuited &= isAllowed(purposes.Read(DerTags.Oid));
        return isSuited;
    }

    /// <summary>Whether this is the one purpose.</summary>
    public static bool Is(in LintedExtension extension, ReadOnlySpan<byte> purpose)
    {
        var purposes = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        var isIt = purposes.Read(DerTags.Oid).SequenceEqual(purpose);
        return isIt && !purposes.HasData;
    }
}
