using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Units;

/// <summary>The units that the phone that is signed in may act for (U2).</summary>
internal sealed class IndexModel(UnitHall units) : FormPage
{
    public IReadOnlyList<UnitOfPhone> Units { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellation) => Units = await units.Units(User.Phone(), cancellation);
}
