using System.IO.Compression;

namespace ScCa.Seals.Pdf.Syntax;

/// <summary>FlateDecode with PNG predictors (ISO 32000-1, 7.4.4): what cross-reference and object streams are packed with.</summary>
internal static class PdfFlate
{
    private const int ColumnsMax = 4096;

    public static byte[] Decode(PdfStream stream, PdfBudget budget)
    {
        var filter = stream.Dictionary.Find("Filter");
        var parameters = stream.Dictionary.Find("DecodeParms");
        if (filter is PdfArray { Items: [var single] })
            (filter, parameters) = (single, parameters is PdfArray { Items: [var one] } ? one : parameters);
        if (filter is null or PdfNull or PdfArray { Items.IsEmpty: true })
        {
            budget.TakeInflated(stream.Raw.Length);
            return stream.Raw.ToArray();
        }

        if (filter is not PdfName { Text: "FlateDecode" })
            throw new SealRefusedException(SealRefusal.PdfFilterUnknown);
        var inflated = Inflate(stream.Raw, budget);
        return parameters is PdfDictionary dictionary ? Unpredict(inflated, dictionary) : inflated;
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> packed, PdfBudget budget)
    {
        using var output = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            using var source = new MemoryStream(packed.ToArray(), writable: false);
            using var inflate = new ZLibStream(source, CompressionMode.Decompress);
            for (int read; (read = inflate.Read(buffer)) > 0;)
            {
                budget.TakeInflated(read);
                output.Write(buffer, 0, read);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            throw new SealRefusedException(SealRefusal.PdfMalformed);
        }

        return output.ToArray();
    }

    private static byte[] Unpredict(byte[] bytes, PdfDictionary parameters)
    {
        var predictor = Parameter(parameters, "Predictor", 1);
        if (predictor == 1)
            return bytes;
        var columns = Parameter(parameters, "Columns", 1);
        if (predictor is < 10 or > 15 || columns is < 1 or > ColumnsMax || Parameter(parameters, "Colors", 1) != 1 || Parameter(parameters, "BitsPerComponent", 8) != 8)
            throw new SealRefusedException(SealRefusal.PdfFilterUnknown);
        return PngFilter.Undo(bytes, columns, 1) ?? throw new SealRefusedException(SealRefusal.PdfMalformed);
    }

    private static int Parameter(PdfDictionary parameters, string key, int otherwise) => parameters.Find(key) switch
    {
        null or PdfNull => otherwise,
        PdfNumber { Integer: { } value } => value,
        _ => throw new SealRefusedException(SealRefusal.PdfMalformed),
    };
}
