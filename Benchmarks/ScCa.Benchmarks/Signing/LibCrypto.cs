using System.Runtime.InteropServices;

namespace ScCa.Benchmarks.Signing;

/// <summary>SM3 and SM4 by the system's libcrypto (OpenSSL 3).</summary>
internal static unsafe partial class LibCrypto
{
    private const string Library = "libcrypto.so.3";

    public static void HashSm3(ReadOnlySpan<byte> message, Span<byte> hash)
    {
        fixed (byte* m = message, h = hash)
            Check(EVP_Digest(m, message.Length, h, null, EVP_sm3(), 0));
    }

    /// <summary>A stream that goes on with every update; it lives as long as the process.</summary>
    public static nint Sm4Ctr(byte[] key, byte[] counter)
    {
        var context = EVP_CIPHER_CTX_new();
        fixed (byte* k = key, c = counter)
            Check(EVP_CipherInit_ex(context, EVP_sm4_ctr(), 0, k, c, 1));
        return context;
    }

    public static void Update(nint context, Span<byte> message)
    {
        int written;
        fixed (byte* m = message)
            Check(EVP_CipherUpdate(context, m, &written, m, message.Length));
    }

    private static void Check(int result)
    {
        if (result != 1)
            throw new InvalidOperationException("libcrypto refused.");
    }

    [LibraryImport(Library)]
    private static partial nint EVP_sm3();

    [LibraryImport(Library)]
    private static partial nint EVP_sm4_ctr();

    [LibraryImport(Library)]
    private static partial int EVP_Digest(byte* data, nint count, byte* md, uint* size, nint type, nint engine);

    [LibraryImport(Library)]
    private static partial nint EVP_CIPHER_CTX_new();

    [LibraryImport(Library)]
    private static partial int EVP_CipherInit_ex(nint context, nint cipher, nint engine, byte* key, byte* iv, int encrypt);

    [LibraryImport(Library)]
    private static partial int EVP_CipherUpdate(nint context, byte* output, int* written, byte* input, int length);
}
