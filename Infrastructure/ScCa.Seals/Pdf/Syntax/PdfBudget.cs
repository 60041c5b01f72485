namespace ScCa.Seals.Pdf.Syntax;

/// <summary>What reading one document may still cost.</summary>
internal sealed class PdfBudget(PdfLimits limits)
{
    private int values = limits.ValuesMax;
    private int inflated = limits.InflatedMax;

    public PdfLimits Limits => limits;

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
