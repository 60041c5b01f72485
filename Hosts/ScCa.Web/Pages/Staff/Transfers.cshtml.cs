using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;

namespace ScCa.Web.Pages.Staff;

/// <summary>Transfers that matched nothing, with the reason where there is one (P1, P3).</summary>
internal sealed class TransfersModel(FinanceDesk desk) : FormPage
{
    public IReadOnlyList<UnmatchedRow> Unmatched { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellation) => Unmatched = await desk.Unmatched(cancellation);
}
