using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>New (新办): the form, its charge beside every term, and the application itself.</summary>
internal sealed class ApplyModel(SelfServiceHall hall, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? HolderName { get; set; }

    [BindProperty]
    public string? CreditCode { get; set; }

    [BindProperty]
    public int TermYears { get; set; }

    [BindProperty]
    public string? HandlerName { get; set; }

    [BindProperty]
    public string? PostalAddress { get; set; }

    public PlatformOffer Platform { get; private set; } = null!;

    public IActionResult OnGet(string platform)
    {
        CommandId = ids.New();
        return Find(platform) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string platform, CancellationToken cancellation)
    {
        if (!Find(platform))
            return NotFound();
        var request = new ApplyForm(
            CommandId ?? "", platform, Role ?? "", HolderName, CreditCode, TermYears, HandlerName ?? "", User.Phone(),
            PostalAddress);
        var applied = await hall.Apply(request, cancellation);
        if (applied.IsRefused)
            return Refuse(applied.Refusal);
        await freshness.WaitFor(applied.Value.Position, cancellation);
        return Done($"/progress/{applied.Value.Certificate}/{applied.Value.Application}", "notice.applied");
    }

    private bool Find(string platform)
    {
        Platform = hall.Platforms().ById(platform)!;
        return Platform is not null;
    }
}
