using System.Security.Cryptography;
using ScCa.Signing;

namespace ScCa.Pki.Algorithms;

/// <summary>A hash of what comes in pieces.</summary>
public sealed class IncrementalDigest : IDisposable
{
    private readonly Sm3Hash? sm3;
    private readonly IncrementalHash? other;

    internal IncrementalDigest(Sm3Hash sm3) => this.sm3 = sm3;

    internal IncrementalDigest(IncrementalHash other) => this.other = other;

    public void Append(ReadOnlySpan<byte> source)
    {
        sm3?.Append(source);
        other?.AppendData(source);
    }

    public byte[] GetHashAndReset()
    {
        if (other is not null)
            return other.GetHashAndReset();
        var digest = new byte[Sm3.HashSizeInBytes];
        sm3!.GetHashAndReset(digest);
        return digest;
    }

    public void Dispose()
    {
        sm3?.Dispose();
        other?.Dispose();
    }
}
