using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>SM3 in the framework's shape, for streams and whatever else takes a <see cref="HashAlgorithm"/>.</summary>
public sealed class Sm3HashAlgorithm : HashAlgorithm
{
    private readonly Sm3Hash hash = new();

    public Sm3HashAlgorithm() => HashSizeValue = Sm3.HashSizeInBytes * 8;

    public override void Initialize() => hash.Reset();

    protected override void HashCore(byte[] array, int ibStart, int cbSize) => hash.Append(array.AsSpan(ibStart, cbSize));

    protected override void HashCore(ReadOnlySpan<byte> source) => hash.Append(source);

    protected override byte[] HashFinal()
    {
        var value = new byte[Sm3.HashSizeInBytes];
        hash.GetHashAndReset(value);
        return value;
    }

    protected override bool TryHashFinal(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < Sm3.HashSizeInBytes)
            return false;
        hash.GetHashAndReset(destination);
        bytesWritten = Sm3.HashSizeInBytes;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}
