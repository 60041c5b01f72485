using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;

namespace ScCa.Web.Pages.Staff;

/// <summary>What waits for a review, oldest first (A3).</summary>
internal sealed class QueueModel(ReviewDesk desk) : FormPage
{
    public IReadOnlyList<ReviewRow> Waiting { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellation) => Waiting = await desk.Queue(cancellation);
}
