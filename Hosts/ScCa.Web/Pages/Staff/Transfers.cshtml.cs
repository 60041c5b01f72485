using Microsoft.AspNetCore.Mvc;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Transfers that matched nothing, with the reason where there is one (P1, P3).</summary>
internal sealed class TransfersModel(FinanceDesk desk) : FormPage
{
    public IReadOnlyList<UnmatchedRow> Unmatched { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        var unmatched = await desk.Unmatched(User.StaffId(), cancellation);
        Unmatched = unmatched.Value ?? [];
        return unmatched.IsRefused ? Refuse(unmatched.Refusal) : Page();
    }
}
