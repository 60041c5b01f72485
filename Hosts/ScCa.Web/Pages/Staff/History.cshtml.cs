using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.History;
using Inputs = ScCa.Application.Inputs;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>A certificate's history as of any instant (C12).</summary>
internal sealed class HistoryModel(HistoryDesk desk, PageTexts texts) : FormPage
{
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
        Instant? at = null;
        if (AsOf is not null && !Inputs.AsOf.TryRead(AsOf, out at) && !Inputs.AsOf.TryRead(InShanghai(AsOf), out at))
            return Refuse(PageRefusals.InstantMalformed(texts));

        var read = await desk.Read(certificate, at, User.StaffId(), cancellation);
        History = read.Value;
        return read.IsRefused ? Refuse(read.Refusal) : Page();
    }

    // What a browser's field for date and time sends: no offset, and seconds only where there are any.
    private static string InShanghai(string local) => local.Length == "2027-06-01T09:00".Length ? $"{local}:00+08:00" : $"{local}+08:00";
}
