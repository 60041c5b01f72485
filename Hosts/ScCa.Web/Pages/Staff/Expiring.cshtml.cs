using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Certificates that end soon, the earliest first, and whether a renewal waits for them already (C10).</summary>
internal sealed class ExpiringModel(FiguresDesk desk, SelfServiceHall hall, CertificateCardReader cards, IClock clock) : FormPage
{
    public const int ShownMax = 200;

    // The distances of the reminders that are sent, and a quarter of a year.
    public static IReadOnlyList<int> Distances { get; } = [7, 30, 60, 90];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 30;

    public IReadOnlyList<HeldRow<ExpiryRow>> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        if (!Distances.Contains(Days))
            Days = 30;
        var ending = await desk.ExpiringSoon(Days, User.StaffId(), cancellation);
        if (ending.IsRefused)
            return Refuse(ending.Refusal);
        Count = ending.Value.Count;
        Rows = await HeldRow<ExpiryRow>.Of(ending.Value.Take(ShownMax), row => row.Certificate, cards, cancellation);
        return Page();
    }

    public string PlatformName(Words words, string platform) => hall.Platforms().ById(platform) is { } known ? words.Of(known.Name) : platform;

    public int DaysUntil(ExpiryRow row) => Period.DaysBetween(Words.DateOf(clock.GetCurrentInstant()), row.NotAfter);
}
