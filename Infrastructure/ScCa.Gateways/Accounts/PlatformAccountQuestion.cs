using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScCa.Application.Ports;

namespace ScCa.Gateways.Accounts;

/// <summary>The body of a question, wiped when disposed of: the password is written into it once and into nothing else.</summary>
internal sealed class PlatformAccountQuestion : IDisposable
{
    // Larger than any question: a buffer that grew would leave copies behind that nobody wipes.
    private const int OctetsMax = 16 * 1024;

    private const int AccountMax = 256;

    private const int PasswordMax = 256;

    private readonly byte[] octets = GC.AllocateArray<byte>(OctetsMax, pinned: true);

    private int length;

    /// <exception cref="ArgumentException">The account or the password is too long. The message quotes neither.</exception>
    public PlatformAccountQuestion(PlatformAccount account, ReadOnlySpan<char> password)
    {
        if (account.Platform.Length > AccountMax || account.Kind.Length > AccountMax || account.Account.Length > AccountMax || password.Length > PasswordMax)
            throw new ArgumentException("The account or the password is too long.", nameof(account));
        using var writer = new Utf8JsonWriter(new Fixed(this));
        writer.WriteStartObject();
        writer.WriteString("platform"u8, account.Platform);
        writer.WriteString("kind"u8, account.Kind);
        writer.WriteString("account"u8, account.Account);
        WritePassword(writer, password);
        writer.WriteEndObject();
    }

    public ReadOnlyMemory<byte> Octets => octets.AsMemory(0, length);

    public void Dispose() => Array.Clear(octets);

    // As Base64 of its UTF-8: to escape a text, the writer would copy it into a buffer of its own that nobody wipes.
    private static void WritePassword(Utf8JsonWriter writer, ReadOnlySpan<char> password)
    {
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(PasswordMax)];
        try
        {
            writer.WriteBase64String("password"u8, utf8[..Encoding.UTF8.GetBytes(password, utf8)]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(utf8);
        }
    }

    private sealed class Fixed(PlatformAccountQuestion question) : IBufferWriter<byte>
    {
        public void Advance(int count) => question.length += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => question.octets.AsMemory(question.length);

        public Span<byte> GetSpan(int sizeHint = 0) => question.octets.AsSpan(question.length);
    }
}
