using System.Text;
using ScCa.Signing;

namespace ScCa.Seals.Pdf;

/// <summary>A signature that lacks nothing but its value.</summary>
public sealed class PdfPendingSignature
{
    private readonly byte[] bytes;
    private readonly int contentsSize;

    internal PdfPendingSignature(byte[] bytes, PdfByteRange byteRange, int contentsSize)
    {
        this.bytes = bytes;
        this.contentsSize = contentsSize;
        ByteRange = byteRange;
        using var hash = new Sm3Hash();
        hash.Append(bytes.AsSpan(byteRange.FirstStart, byteRange.FirstLength));
        hash.Append(bytes.AsSpan(byteRange.SecondStart, byteRange.SecondLength));
        var digest = new byte[Sm3.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        DigestOfByteRange = digest;
    }

    public PdfByteRange ByteRange { get; }

    /// <summary>The SM3 digest that becomes dataHash in the seal signature.</summary>
    public ReadOnlyMemory<byte> DigestOfByteRange { get; }

    /// <summary>The signed file.</summary>
    /// <exception cref="SealRefusedException">The value is longer than the place that was kept for it.</exception>
    public byte[] Complete(ReadOnlySpan<byte> signature)
    {
        if (signature.Length > contentsSize)
            throw new SealRefusedException(SealRefusal.SignatureTooLarge);
        var signed = bytes.AsSpan().ToArray();
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature)).CopyTo(signed, ByteRange.FirstEnd + 1);
        return signed;
    }
}
