namespace ScCa.Seals.Pdf.Syntax;

/// <summary>What reading one document may still cost.</summary>
internal sealed class PdfBudget(PdfLimits limits)
{
    // In a sound file each byte belongs to one object; twice that leaves room for what is looked at again.
    private const int ReadingsOfEachByte = 2;

    private long bytes;
    private int values = limits.ValuesMax;
    private int inflated = limits.InflatedMax;

    public PdfLimits Limits => limits;

    /// <summary>A file is begun: how many of its bytes may be read as objects.</summary>
    public void Open(int fileLength) => bytes = (long)fileLength * ReadingsOfEachByte;

    /// <summary>An object's extent. Objects that begin inside the strings and comments of others would make much of few bytes.</summary>
    public void TakeBytes(int count)
    {
        bytes -= count;
        if (bytes < 0)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
    }

    public void TakeValue() => TakeValues(1);

    public void TakeValues(int count)
    {
        values -= count;
        if (values < 0)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
    }

    public void TakeInflated(int bytes)
    {
        inflated -= bytes;
        if (inflated < 0)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
    }
}
