using System.Diagnostics;
using ScCa.Seals.Pdf;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>Other programs' opinion of what is written here, where they are on the machine.</summary>
public sealed class PopplerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pdfsig_lists_both_signatures_with_their_ranges(bool streams)
    {
        var bytes = Some.SealedPdf(Some.SealedPdf(streams ? PdfBytes.Streams() : Some.Pdf()));
        var listing = Ask("pdfsig", bytes, "-nocert", "{file}");
        foreach (var signature in PdfDocument.Read(bytes).Signatures)
        {
            var range = signature.ByteRange!.Value;
            Assert.Contains(signature.FieldName, listing);
            Assert.Contains($"[{range.FirstStart} - {range.FirstEnd}], [{range.SecondStart} - {range.SecondEnd}]", listing);
        }

        Assert.Contains("Signature #2", listing);
        Assert.Single(listing.Split('\n'), l => l.Contains("Total document signed", StringComparison.Ordinal) && !l.Contains("Not", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Qpdf_finds_nothing_wrong(bool streams) =>
        Assert.Contains("No syntax or stream encoding errors found", Ask("qpdf", Some.SealedPdf(Some.SealedPdf(streams ? PdfBytes.Streams() : Some.Pdf())), "--check", "{file}"));

    [Theory]
    [InlineData("--linearize")]
    [InlineData("--object-streams=generate")]
    [InlineData("--object-streams=generate", "--linearize")]
    [InlineData("--force-version=1.4", "--object-streams=disable")]
    [InlineData("--newline-before-endstream", "--deterministic-id")]
    public void What_qpdf_writes_is_read_and_sealed_twice(params string[] options)
    {
        var rewritten = Rewritten(Some.Pdf(), options);
        var bytes = Some.SealedPdf(Some.SealedPdf(rewritten));
        Assert.All(PdfDocument.Read(bytes).Signatures, s => Assert.True(s.Coverage.IsSound));
        Assert.Contains("Signature #2", Ask("pdfsig", bytes, "-nocert", "{file}"));
    }

    [Fact]
    public void What_qpdf_encrypts_is_refused_by_name() =>
        Some.Refuses(SealRefusal.PdfEncrypted, () => PdfDocument.Read(Rewritten(Some.Pdf(), ["--encrypt", "", "owner", "256", "--"])));

    [Fact]
    public void Pdftotext_reads_the_text_of_page_and_seal()
    {
        var text = Ask("pdftotext", Some.SealedPdf(Some.Pdf()), "{file}", "-");
        Assert.Contains("关于电子印章的通知", text);
        Assert.Contains("This is a sample document.", text);
    }

    private static byte[] Rewritten(byte[] pdf, string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("scca-seals-").FullName;
        try
        {
            var file = Path.Combine(folder, "rewritten.pdf");
            Ask("qpdf", pdf, [.. options, "{file}", file]);
            return File.ReadAllBytes(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Ask(string program, byte[] pdf, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("scca-seals-").FullName;
        try
        {
            var file = Path.Combine(folder, "sealed.pdf");
            File.WriteAllBytes(file, pdf);
            var start = new ProcessStartInfo(program, arguments.Select(a => a == "{file}" ? file : a)) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + errors.Result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not on this machine (Debian: poppler-utils, poppler-data, qpdf)");
            throw;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
