using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>The posting days that have a batch, the latest first (D1).</summary>
internal sealed class BatchesModel(BatchDesk desk) : FormPage
{
    public IReadOnlyList<BatchRow> Days { get; private set; } = [];

    public static string AddressOf(LocalDate date) => $"/staff/batches/{LocalDatePattern.Iso.Format(date)}";

    public static string StandingOf(BatchRow batch) => batch switch
    {
        { IsClosed: false } => "open",
        _ when batch.Parcels.Any(p => p.TrackingNumber is null) => "closed",
        _ => "posted",
    };

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        var days = await desk.Days(User.StaffId(), cancellation);
        Days = days.Value ?? [];
        return days.IsRefused ? Refuse(days.Refusal) : Page();
    }
}
