using ScCa.Application.BackOffice;
using ScCa.Application.Ports;

namespace ScCa.Web.Pages.Staff;

/// <summary>A desk of the back office: where it stands, and the key of what it is called.</summary>
internal sealed record StaffMenuEntry(string Address, string Text);

/// <summary>The desks that a member of staff may use now. It only shows: every desk asks again (F2).</summary>
internal sealed class StaffMenu(IStaffDirectory directory)
{
    private static readonly (StaffMenuEntry Entry, string Desk, string Method)[] Desks =
    [
        (new StaffMenuEntry("/staff", "layout.nav-review"), nameof(ReviewDesk), nameof(ReviewDesk.Queue)),
        (new StaffMenuEntry("/staff/window", "layout.nav-window"), nameof(WindowDesk), nameof(WindowDesk.Operate)),
        (new StaffMenuEntry("/staff/papers", "layout.nav-papers"), nameof(ReviewDesk), nameof(ReviewDesk.Papers)),
        (new StaffMenuEntry("/staff/revocations", "layout.nav-revocations"), nameof(RevocationDesk), nameof(RevocationDesk.Order)),
        (new StaffMenuEntry("/staff/dispatch", "layout.nav-dispatch"), nameof(DispatchDesk), nameof(DispatchDesk.Queue)),
        (new StaffMenuEntry("/staff/batches", "layout.nav-batches"), nameof(BatchDesk), nameof(BatchDesk.Days)),
        (new StaffMenuEntry("/staff/transfers", "layout.nav-transfers"), nameof(FinanceDesk), nameof(FinanceDesk.Unmatched)),
        (new StaffMenuEntry("/staff/refunds", "layout.nav-refunds"), nameof(FinanceDesk), nameof(FinanceDesk.Unmatched)),
        (new StaffMenuEntry("/staff/invoices", "layout.nav-invoices"), nameof(FinanceDesk), nameof(FinanceDesk.Invoices)),
        (new StaffMenuEntry("/staff/search", "layout.nav-search"), nameof(SearchDesk), nameof(SearchDesk.Find)),
        (new StaffMenuEntry("/staff/expiring", "layout.nav-expiring"), nameof(FiguresDesk), nameof(FiguresDesk.ExpiringSoon)),
        (new StaffMenuEntry("/staff/grants", "layout.nav-grants"), nameof(FiguresDesk), nameof(FiguresDesk.UnusedGrants)),
        (new StaffMenuEntry("/staff/figures", "layout.nav-figures"), nameof(FiguresDesk), nameof(FiguresDesk.Between)),
        (new StaffMenuEntry("/staff/history", "layout.nav-history"), nameof(HistoryDesk), nameof(HistoryDesk.Read)),
        (new StaffMenuEntry("/staff/privacy", "layout.nav-privacy"), nameof(PrivacyDesk), nameof(PrivacyDesk.Find)),
        (new StaffMenuEntry("/staff/accounts", "layout.nav-accounts"), nameof(StaffDesk), nameof(StaffDesk.Accounts)),
    ];

    public async Task<IReadOnlyList<StaffMenuEntry>> For(string staff, CancellationToken cancellation) =>
        await directory.Find(staff, cancellation) is { } member
            ? [.. Desks.Where(d => Permissions.Permits(member, d.Desk, d.Method)).Select(d => d.Entry)]
            : [];
}
