using System.Security.Cryptography;
using System.Text;

namespace ScCa.Pki.KeyFiles;

/// <summary>A password in the two forms that a key file derives keys from, in pinned memory, wiped when disposed of.</summary>
internal sealed class KeyFilePassword : IDisposable
{
    private readonly byte[] utf8;
    private readonly byte[] bmp;

    public KeyFilePassword(ReadOnlySpan<char> password)
    {
        utf8 = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(password), pinned: true);
        Encoding.UTF8.GetBytes(password, utf8);
        // RFC 7292 §B.1: BMPString with the two zeros after it.
        bmp = GC.AllocateArray<byte>(Encoding.BigEndianUnicode.GetByteCount(password) + 2, pinned: true);
        Encoding.BigEndianUnicode.GetBytes(password, bmp);
    }

    /// <summary>RFC 8018 §3 leaves the form open; everybody takes UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8;

    public ReadOnlySpan<byte> Bmp => bmp;

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(utf8);
        CryptographicOperations.ZeroMemory(bmp);
    }
}
