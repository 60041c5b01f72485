namespace ScCa.Seals;

/// <summary>The filters of PNG (ISO/IEC 15948, 9), which PDF streams use as well.</summary>
internal static class PngFilter
{
    /// <summary>Rows without their filter bytes; null where there is no whole number of rows or a filter that does not exist.</summary>
    public static byte[]? Undo(ReadOnlySpan<byte> filtered, int rowSize, int pixelSize)
    {
        if (filtered.Length % (rowSize + 1) != 0)
            return null;
        var rows = filtered.Length / (rowSize + 1);
        var plain = new byte[rows * rowSize];
        Span<byte> above = new byte[rowSize];
        for (var y = 0; y < rows; y++)
        {
            var row = plain.AsSpan(y * rowSize, rowSize);
            filtered.Slice((y * (rowSize + 1)) + 1, rowSize).CopyTo(row);
            if (!TryUndo(filtered[y * (rowSize + 1)], row, above, pixelSize))
                return null;
            above = row;
        }

        return plain;
    }

    private static bool TryUndo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelSize)
    {
        if (filter > 4)
            return false;
        for (var x = 0; x < row.Length; x++)
        {
            var left = x >= pixelSize ? row[x - pixelSize] : (byte)0;
            var aboveLeft = x >= pixelSize ? above[x - pixelSize] : (byte)0;
            row[x] += filter switch
            {
                1 => left,
                2 => above[x],
                3 => (byte)((left + above[x]) / 2),
                4 => Paeth(left, above[x], aboveLeft),
                _ => 0,
            };
        }

        return true;
    }

    private static byte Paeth(byte left, byte above, byte aboveLeft)
    {
        var estimate = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
