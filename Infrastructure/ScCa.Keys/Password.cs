using System.Security.Cryptography;
using System.Text;

namespace ScCa.Keys;

/// <summary>A password in memory that the collector does not copy about, wiped when disposed of.</summary>
public sealed class Password : IDisposable
{
    private const int FileLengthMax = 4096;

    private readonly char[] characters;

    private int disposed;

    private Password(ReadOnlySpan<char> password, string source)
    {
        if (password.IsEmpty)
            throw KeyRefusals.PasswordEmpty(source);
        characters = GC.AllocateArray<char>(password.Length, pinned: true);
        password.CopyTo(characters);
    }

    public ReadOnlySpan<char> Characters
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
            return characters;
        }
    }

    /// <summary>A copy; what the caller holds, the caller wipes.</summary>
    public static Password Copy(ReadOnlySpan<char> password) => new(password, nameof(password));

    /// <summary>The first line of a UTF-8 file that only its owner may read.</summary>
    public static Password FromFile(string path)
    {
        var content = PrivateFile.Read(path, FileLengthMax);
        var text = GC.AllocateArray<char>(content.Length, pinned: true);
        try
        {
            if (!StrictUtf8.TryGetChars(content, text, out var length))
                throw KeyRefusals.PasswordNotText(path);
            var end = text.AsSpan(0, length).IndexOfAny('\r', '\n');
            return new Password(text.AsSpan(0, end < 0 ? length : end), path);
        }
        catch (DecoderFallbackException)
        {
            // The inner exception would name the unreadable bytes of the secret: it is not passed on.
            throw KeyRefusals.PasswordNotText(path);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            Array.Clear(text);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
            Array.Clear(characters);
    }

    public override string ToString() => "(password)";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
