using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Renewals that were granted long ago and that nobody has written to the key, oldest first (C5).</summary>
internal sealed class GrantsModel(FiguresDesk desk, CertificateCardReader cards, IClock clock) : FormPage
{
    public const int ShownMax = 200;

    public IReadOnlyList<HeldRow<GrantRow>> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        var unused = await desk.UnusedGrants(User.StaffId(), cancellation);
        if (unused.IsRefused)
            return Refuse(unused.Refusal);
        Count = unused.Value.Count;
        Rows = await HeldRow<GrantRow>.Of(unused.Value.Take(ShownMax), row => row.Certificate, cards, cancellation);
        return Page();
    }

    public int DaysSince(GrantRow row) => Period.DaysBetween(row.GrantedOn, Words.DateOf(clock.GetCurrentInstant()));
}
