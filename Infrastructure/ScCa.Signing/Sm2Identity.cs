using ScCa.Signing.Curve;
using ScCa.Signing.Fast;

namespace ScCa.Signing;

/// <summary>The signer's distinguishing identifier and what is hashed of it.</summary>
public static class Sm2Identity
{
    /// <summary>The bit length fits two bytes.</summary>
    public const int BytesMax = 8191;

    /// <summary>Where none is agreed (GM/T 0009 §10): certificates, CRLs, OCSP, CMS and seals.</summary>
    public static ReadOnlySpan<byte> Default => "1234567812345678"u8;

    /// <summary>ZA = SM3(ENTL ‖ ID ‖ a ‖ b ‖ G ‖ P), GB/T 32918.2 §5.5.</summary>
    internal static void Hash(ReadOnlySpan<byte> identity, in AffinePoint point, Span<byte> destination)
    {
        if (identity.Length > BytesMax)
            throw new ArgumentException($"An identity has at most {BytesMax} bytes.", nameof(identity));
        Span<byte> buffer = stackalloc byte[(2 * U256.Bytes) + (2 * AffinePoint.Bytes)];
        Sm2Curve.A.Write(buffer);
        Sm2Curve.B.Write(buffer[U256.Bytes..]);
        Sm2Curve.G.Write(buffer[(2 * U256.Bytes)..]);
        point.Write(buffer[((2 * U256.Bytes) + AffinePoint.Bytes)..]);
        var bits = identity.Length * 8;
        var state = Sm3State<UnrolledSm3>.Start();
        state.Append([(byte)(bits >> 8), (byte)bits]);
        state.Append(identity);
        state.Append(buffer);
        state.Finish(destination);
    }

    /// <summary>The midstate that every message of this signer starts from.</summary>
    internal static Sm3State<UnrolledSm3> Begin(ReadOnlySpan<byte> identity, in AffinePoint point)
    {
        Span<byte> z = stackalloc byte[Sm3.HashSizeInBytes];
        Hash(identity, point, z);
        var state = Sm3State<UnrolledSm3>.Start();
        state.Append(z);
        return state;
    }

    internal static U256 Digest(Sm3State<UnrolledSm3> begun, ReadOnlySpan<byte> message)
    {
        Span<byte> e = stackalloc byte[Sm3.HashSizeInBytes];
        begun.Append(message);
        begun.Finish(e);
        return U256.Read(e);
    }
}
