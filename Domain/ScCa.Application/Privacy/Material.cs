namespace ScCa.Application.Privacy;

/// <summary>A document that somebody handed in, in clear.</summary>
public sealed record Material(string MediaType, ReadOnlyMemory<byte> Content)
{
    public override string ToString() => $"({MediaType})";
}

/// <summary>A material at rest is not what was put there: shortened, changed, or moved. It was not opened.</summary>
public sealed class MaterialDamagedException(string digest, Exception reason) : Exception($"The material {digest} has been changed at rest and does not open.", reason)
{
    public string Digest { get; } = digest;
}

/// <summary>A material is longer than is kept.</summary>
public sealed class MaterialTooLargeException(int bytesMax) : Exception($"A material has at most {bytesMax} bytes.")
{
    public int BytesMax { get; } = bytesMax;
}
