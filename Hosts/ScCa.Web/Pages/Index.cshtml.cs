using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScCa.Application.Hall;
using ScCa.Web.Forms;

namespace ScCa.Web.Pages;

/// <summary>Where everybody arrives: every platform has one entry, found by any of its names.</summary>
internal sealed class IndexModel(SelfServiceHall hall) : PageModel
{
    private const int QueryMax = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public IReadOnlyList<PlatformOffer> All { get; private set; } = [];

    public IReadOnlyList<PlatformOffer> Found { get; private set; } = [];

    public void OnGet()
    {
        var query = Query is { Length: > QueryMax } ? Query[..QueryMax] : Query ?? "";
        All = hall.Platforms();
        Found = All.FoundBy(query);
    }
}
