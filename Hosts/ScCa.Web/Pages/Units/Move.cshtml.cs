using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Units;

/// <summary>A handler who has another phone now says so under it, with the unit's key (U2).</summary>
internal sealed class MoveModel(UnitHall units, UnitKeys keys, Freshness freshness, FormIds ids, PageTexts texts) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? CreditCode { get; set; }

    /// <summary>The former one.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? HandlerName { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    public void OnGet() => CommandId = ids.New();

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        var unit = CreditCode?.Trim().ToUpperInvariant() ?? "";
        if (await keys.Sign(Certificate, cancellation, UnitHall.ToChangePhone, unit, User.Phone()) is not { } signed)
            return Refuse(PageRefusals.CertificateMissing(texts));
        var moved = await units.MoveHandler(CommandId ?? "", unit, Phone ?? "", HandlerName ?? "", signed, User.Phone(), cancellation);
        if (moved.IsRefused)
            return Refuse(moved.Refusal);
        await freshness.WaitFor(moved.Value.Position, cancellation);
        return Done($"/units/{unit}", "notice.unit-moved");
    }
}
