using System.Text;

namespace ScCa.Seals.Pdf;

/// <summary>Where in the update /ByteRange and /Contents wait to be filled.</summary>
internal sealed record PdfSignaturePlace(int ByteRangeAt, int ByteRangeLength, int ContentsAt, int ContentsSize)
{
    /// <summary>With the length of all known, the ByteRange is: everything but the string, its delimiters included.</summary>
    public PdfPendingSignature Fix(byte[] bytes)
    {
        var afterContents = ContentsAt + (ContentsSize * 2) + "<>".Length;
        var range = new PdfByteRange(0, ContentsAt, afterContents, bytes.Length - afterContents);
        Encoding.ASCII.GetBytes(range.ToString().PadRight(ByteRangeLength)).CopyTo(bytes, ByteRangeAt);
        return new PdfPendingSignature(bytes, range, ContentsSize);
    }
}
