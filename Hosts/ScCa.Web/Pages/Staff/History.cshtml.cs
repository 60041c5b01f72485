using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using ScCa.Application.History;
using ScCa.Web.Forms;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>A certificate's history as of any instant (C12).</summary>
internal sealed class HistoryModel(HistoryReader reader, PageTexts texts) : FormPage
{
    private static readonly LocalDateTimePattern[] Shapes =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Certificate { get; set; }

    /// <summary>A date and time in Shanghai; without one, now.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AsOf { get; set; }

    public CertificateHistory? History { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        if (Certificate is null && AsOf is null)
            return Page();
        var certificate = Certificate?.Trim();
        if (certificate is not { Length: > 0 and <= FormIds.LengthMax } || !certificate.All(FormIds.IsAllowed))
            return Refuse(PageRefusals.CertificateMissing(texts));
        var asOf = Shapes.Select(shape => shape.Parse(AsOf ?? "")).FirstOrDefault(read => read.Success);
        if (AsOf is not null && asOf is null)
            return Refuse(PageRefusals.InstantMalformed(texts));

        var read = await reader.Read(certificate, asOf is null ? null : Words.InShanghai(asOf.Value), cancellation);
        History = read.Value;
        return read.IsRefused ? Refuse(read.Refusal) : Page();
    }
}
