using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>What waits for a review, oldest first (A3).</summary>
internal sealed class QueueModel(ReviewDesk desk, StaffMenu menu, IClock clock) : FormPage
{
    public IReadOnlyList<ReviewRow> Waiting { get; private set; } = [];

    public LocalDate Today => Words.DateOf(clock.GetCurrentInstant());

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        var queue = await desk.Queue(User.StaffId(), cancellation);
        if (!queue.IsRefused)
        {
            Waiting = queue.Value;
            return Page();
        }

        // This is where the back office begins: whoever works at another desk is shown to it.
        return await menu.For(User.StaffId(), cancellation) is [var first, ..] ? Redirect(first.Address) : Refuse(queue.Refusal);
    }
}
