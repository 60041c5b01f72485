using System.Security.Cryptography;

namespace ScCa.Signing.Curve;

/// <summary>
/// k = SM3-KDF(secret ‖ fresh randomness ‖ e), 384 bits modulo n. Good randomness alone makes it uniform; should that ever fail, the
/// secret still makes it unknown and the digest keeps it from serving two messages. Nothing is stored or drawn ahead.
/// </summary>
internal static class Nonce
{
    public const int RandomBytes = 32;

    private const int Bytes = 48;

    // 2²⁵⁶ mod n
    private static readonly U256 Above = new(0x0000000100000000, 0, 0x8DFC2094DE39FAD4, 0xAC440BF6C62ABEDD);

    /// <summary>False, once in 2²⁵⁶: draw again.</summary>
    public static bool TryDraw(Sm2Path path, in U256 secret, in U256 e, ReadOnlySpan<byte> random, out U256 k)
    {
        Span<byte> input = stackalloc byte[U256.Bytes + RandomBytes + U256.Bytes];
        Span<byte> wide = stackalloc byte[Bytes];
        secret.Write(input);
        random[..RandomBytes].CopyTo(input[U256.Bytes..]);
        e.Write(input[(U256.Bytes + RandomBytes)..]);
        Sm3Kdf.Derive(input, wide);
        k = Reduce(path, wide);
        CryptographicOperations.ZeroMemory(input);
        CryptographicOperations.ZeroMemory(wide);
        return !k.IsZero;
    }

    /// <summary>With randomness drawn for this nonce alone.</summary>
    public static U256 Draw(Sm2Path path, in U256 secret, in U256 e)
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        U256 k;
        do
        {
            RandomNumberGenerator.Fill(random);
        }
        while (!TryDraw(path, secret, e, random, out k));
        CryptographicOperations.ZeroMemory(random);
        return k;
    }

    private static U256 Reduce(Sm2Path path, ReadOnlySpan<byte> wide)
    {
        Span<byte> high = stackalloc byte[U256.Bytes];
        high.Clear();
        wide[..(Bytes - U256.Bytes)].CopyTo(high[^(Bytes - U256.Bytes)..]);
        var low = Scalar.Reduce(U256.Read(wide[(Bytes - U256.Bytes)..]));
        var k = Scalar.Add(low, path.MultiplyModN(U256.Read(high), Above));
        CryptographicOperations.ZeroMemory(high);
        return k;
    }
}
