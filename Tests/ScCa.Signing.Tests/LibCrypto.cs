using System.Runtime.InteropServices;

namespace ScCa.Signing.Tests;

/// <summary>The system's libcrypto (OpenSSL 3), called directly: somebody else's opinion.</summary>
internal static unsafe partial class LibCrypto
{
    private const string Library = "libcrypto.so.3";

    public static bool IsThere { get; } = OperatingSystem.IsLinux() && NativeLibrary.TryLoad(Library, out _);

    public static byte[] Sm3(ReadOnlySpan<byte> message)
    {
        var hash = new byte[32];
        fixed (byte* p = message, h = hash)
            Check(EVP_Digest(p, message.Length, h, null, EVP_sm3(), 0));
        return hash;
    }

    /// <summary>SM4 in the mode named, without padding.</summary>
    public static byte[] Sm4(string mode, byte[] key, byte[] iv, ReadOnlySpan<byte> message, bool encrypt)
    {
        var cipher = mode switch { "ecb" => EVP_sm4_ecb(), "cbc" => EVP_sm4_cbc(), _ => EVP_sm4_ctr() };
        var result = new byte[message.Length + 16];
        var context = EVP_CIPHER_CTX_new();
        int written;
        fixed (byte* k = key, i = iv, m = message, r = result)
        {
            Check(EVP_CipherInit_ex(context, cipher, 0, k, i, encrypt ? 1 : 0));
            Check(EVP_CIPHER_CTX_set_padding(context, 0));
            Check(EVP_CipherUpdate(context, r, &written, m, message.Length));
        }

        EVP_CIPHER_CTX_free(context);
        return result[..written];
    }

    /// <summary>A key of libcrypto's own.</summary>
    public sealed class Key : IDisposable
    {
        private readonly nint handle;
        private readonly nint context;

        public Key(Sm2PrivateKey key)
        {
            var pkcs8 = new byte[138];
            key.ExportPkcs8(pkcs8);
            fixed (byte* p = pkcs8)
            {
                var at = p;
                handle = d2i_AutoPrivateKey(null, &at, pkcs8.Length);
            }

            context = EVP_PKEY_CTX_new(handle, 0);
            Assert(handle != 0 && context != 0);
        }

        public byte[] SignDigest(ReadOnlySpan<byte> digest)
        {
            var signature = new byte[80];
            nint length = signature.Length;
            Check(EVP_PKEY_sign_init(context));
            fixed (byte* d = digest, s = signature)
                Check(EVP_PKEY_sign(context, s, &length, d, digest.Length));
            return signature[..(int)length];
        }

        public bool VerifyDigest(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
        {
            Check(EVP_PKEY_verify_init(context));
            fixed (byte* d = digest, s = signature)
                return EVP_PKEY_verify(context, s, signature.Length, d, digest.Length) == 1;
        }

        public byte[] Encrypt(ReadOnlySpan<byte> plaintext)
        {
            nint length = plaintext.Length + 200;
            var ciphertext = new byte[length];
            Check(EVP_PKEY_encrypt_init(context));
            fixed (byte* p = plaintext, c = ciphertext)
                Check(EVP_PKEY_encrypt(context, c, &length, p, plaintext.Length));
            return ciphertext[..(int)length];
        }

        public byte[] Decrypt(ReadOnlySpan<byte> ciphertext)
        {
            nint length = ciphertext.Length;
            var plaintext = new byte[length];
            Check(EVP_PKEY_decrypt_init(context));
            fixed (byte* c = ciphertext, p = plaintext)
                Check(EVP_PKEY_decrypt(context, p, &length, c, ciphertext.Length));
            return plaintext[..(int)length];
        }

        public void Dispose()
        {
            EVP_PKEY_CTX_free(context);
            EVP_PKEY_free(handle);
        }
    }

    private static void Check(int result) => Assert(result == 1);

    private static void Assert(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException("libcrypto refused.");
    }

    [LibraryImport(Library)]
    private static partial nint EVP_sm3();

    [LibraryImport(Library)]
    private static partial nint EVP_sm4_ecb();

    [LibraryImport(Library)]
    private static partial nint EVP_sm4_cbc();

    [LibraryImport(Library)]
    private static partial nint EVP_sm4_ctr();

    [LibraryImport(Library)]
    private static partial int EVP_Digest(byte* data, nint count, byte* md, uint* size, nint type, nint engine);

    [LibraryImport(Library)]
    private static partial nint EVP_CIPHER_CTX_new();

    [LibraryImport(Library)]
    private static partial void EVP_CIPHER_CTX_free(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_CIPHER_CTX_set_padding(nint context, int padding);

    [LibraryImport(Library)]
    private static partial int EVP_CipherInit_ex(nint context, nint cipher, nint engine, byte* key, byte* iv, int encrypt);

    [LibraryImport(Library)]
    private static partial int EVP_CipherUpdate(nint context, byte* output, int* written, byte* input, int length);

    [LibraryImport(Library)]
    private static partial nint d2i_AutoPrivateKey(nint* key, byte** der, nint length);

    [LibraryImport(Library)]
    private static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Library)]
    private static partial nint EVP_PKEY_CTX_new(nint key, nint engine);

    [LibraryImport(Library)]
    private static partial void EVP_PKEY_CTX_free(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_sign_init(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_sign(nint context, byte* signature, nint* length, byte* digest, nint digestLength);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_verify_init(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_verify(nint context, byte* signature, nint length, byte* digest, nint digestLength);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_encrypt_init(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_encrypt(nint context, byte* output, nint* length, byte* input, nint inputLength);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_decrypt_init(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_decrypt(nint context, byte* output, nint* length, byte* input, nint inputLength);
}
