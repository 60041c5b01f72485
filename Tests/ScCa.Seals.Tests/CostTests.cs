using System.Text;
using ScCa.Seals.Ofd;
using ScCa.Seals.Pdf;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>Input of some megabytes that asks for much more: what is allocated stays in proportion, or it is refused.</summary>
public sealed class CostTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void A_bomb_allocates_nothing_of_what_it_claims() => AtMost(8, () => Refused(() => OfdPackage.Read(ZipBytes.Of(
        [.. Enumerable.Range(0, 100).Select(i => new ZipFile($"f{i}", []) { Method = 8, Packed = [3, 0], Size = 60 << 20 })], []))));

    [Fact]
    public void A_cross_reference_bomb_stops_at_its_limit() => AtMost(400, () => Refused(() => PdfDocument.Read(Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length {Bomb.Length}>>\nstream\n{Bomb}\nendstream\nendobj\nstartxref\n9\n%%EOF"))));

    [Fact]
    public void A_megabyte_of_numbers_is_read_in_proportion() => AtMost(200, () =>
        PdfDocument.Read(PdfBytes.Table($"<</Type/Catalog/Pages 2 0 R/X[{string.Concat(Enumerable.Repeat("1 ", 500_000))}]>>", PdfBytes.Pages, PdfBytes.Page)));

    [Fact]
    public void Thousands_of_signatures_over_one_large_file_hash_it_once()
    {
        var files = Some.Unzip(Fixtures.SealedOfd);
        files.Add(("big.bin", new byte[4 << 20]));
        files[files.FindIndex(f => f.Name.EndsWith("Signatures.xml", StringComparison.Ordinal))] = ("Doc_0/Signs/Signatures.xml", Encoding.UTF8.GetBytes(
            $"<ofd:Signatures xmlns:ofd=\"http://www.ofdspec.org/2016\">{string.Concat(Enumerable.Range(0, 2000).Select(i => $"<ofd:Signature ID=\"s{i}\" BaseLoc=\"S{i}/Signature.xml\"/>"))}</ofd:Signatures>"));
        files.AddRange(Enumerable.Range(0, 2000).Select(i => ($"Doc_0/Signs/S{i}/Signature.xml", Encoding.UTF8.GetBytes(
            "<ofd:Signature xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:SignedInfo><ofd:References CheckMethod=\"SM3\"><ofd:Reference FileRef=\"/big.bin\">"
            + "<ofd:CheckValue>AAAA</ofd:CheckValue></ofd:Reference></ofd:References></ofd:SignedInfo><ofd:SignedValue>x</ofd:SignedValue></ofd:Signature>"))));
        var package = OfdPackage.Read(ZipBytes.Of([.. files.Select(f => new ZipFile(f.Name, f.Content))]));

        // Hashed for each signature this would be eight gigabytes.
        Assert.All(package.Signatures.Take(200), s => Assert.Equal(OfdReferenceState.Changed, package.CheckReferences(s).References[0].State));
    }

    private static string Bomb { get; } = PdfBytes.Zlib(new byte[100 << 20]);

    private static void Refused(Action action) => Assert.Throws<SealRefusedException>(action);

    private static void AtMost(long megabytes, Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte, 0, megabytes);
    }
}
