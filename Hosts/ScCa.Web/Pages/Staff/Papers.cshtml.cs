using Microsoft.AspNetCore.Mvc;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Applications whose papers wait to be looked at, oldest first (A3).</summary>
internal sealed class PapersModel(ReviewDesk desk) : FormPage
{
    public IReadOnlyList<ReviewRow> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        var papers = await desk.Papers(User.StaffId(), cancellation);
        Waiting = papers.Value ?? [];
        return papers.IsRefused ? Refuse(papers.Refusal) : Page();
    }
}
