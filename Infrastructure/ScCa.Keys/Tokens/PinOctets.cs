using System.Security.Cryptography;
using System.Text;

namespace ScCa.Keys.Tokens;

/// <summary>A PIN as the module takes it, UTF-8, in memory that stays where it is; wiped when disposed of.</summary>
internal sealed class PinOctets : IDisposable
{
    private readonly byte[] octets;

    private readonly int length;

    public PinOctets(Password pin)
    {
        octets = GC.AllocateArray<byte>(Encoding.UTF8.GetMaxByteCount(pin.Characters.Length), pinned: true);
        length = Encoding.UTF8.GetBytes(pin.Characters, octets);
    }

    public ReadOnlySpan<byte> Octets => octets.AsSpan(0, length);

    public void Dispose() => CryptographicOperations.ZeroMemory(octets);
}
