namespace ScCa.Issuance.Lints.Reading;

/// <summary>The addresses of lists, as cRLDistributionPoints and freshestCRL give them.</summary>
internal static class ListAddresses
{
    /// <summary>Whether there is one, and all are by http.</summary>
    /// <param name="value">SEQUENCE OF DistributionPoint.</param>
    public static bool AreHttpOnly(ReadOnlySpan<byte> value)
    {
        var points = new DerReader(DerReader.Only(value, DerTags.Sequence));
        var isReachable = points.HasData;
        while (points.HasData)
            isReachable &= IsHttpOnly(points.Read(DerTags.Sequence));
        return isReachable;
    }

    // DistributionPoint: distributionPoint [0] { fullName [0] { uniformResourceIdentifier [6] } }
    private static bool IsHttpOnly(ReadOnlySpan<byte> point)
    {
        var fields = new DerReader(point);
        var names = new DerReader(DerReader.Only(fields.Read(DerTags.Explicit0), DerTags.Explicit0));
        var isHttp = names.HasData;
        while (names.HasData)
            isHttp &= names.Read(DerTags.Uri).StartsWith("http://"u8);
        return isHttp;
    }
}
