using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>A signature as SM2Signature in DER, and as r ‖ s: what interfaces of hardware speak.</summary>
public static class Sm2SignatureEncoding
{
    /// <summary>From the 64 bytes of r ‖ s.</summary>
    public static byte[] ToDer(ReadOnlySpan<byte> raw)
    {
        Lengths.Exactly(raw, SignatureFormat.RawBytes);
        Span<byte> der = stackalloc byte[SignatureFormat.DerBytesMax];
        SignatureFormat.TryReadRaw(raw, out var r, out var s);
        return der[..SignatureFormat.WriteDer(r, s, der)].ToArray();
    }

    /// <summary>Writes r ‖ s; false for whatever is not strict DER.</summary>
    public static bool TryToRaw(ReadOnlySpan<byte> der, Span<byte> destination)
    {
        Lengths.AtLeast(destination, SignatureFormat.RawBytes);
        if (!SignatureFormat.TryReadDer(der, out var r, out var s))
            return false;
        SignatureFormat.WriteRaw(r, s, destination);
        return true;
    }
}
