using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Units;

/// <summary>One unit: who may act for it, and which certificates are bound where (U2, U3, A11).</summary>
internal sealed class UnitModel(
    UnitHall units, SelfServiceHall hall, UnitKeys keys, CertificateCardReader cards, Freshness freshness, FormIds ids, PageTexts texts)
    : UnitPage(units, hall, freshness, ids)
{
    private readonly UnitHall units = units;
    private readonly SelfServiceHall hall = hall;

    [BindProperty]
    public string? HandlerName { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>The handler that a form is about.</summary>
    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    /// <summary>A platform and a role on it, joined by a slash.</summary>
    [BindProperty]
    public string? Entry { get; set; }

    public IReadOnlyList<UnitHandlerRow> Handlers { get; private set; } = [];

    /// <summary>The phone's own certificates of units that have a key.</summary>
    public IReadOnlyList<ProgressRow> Certificates { get; private set; } = [];

    /// <summary>The form that was sent and refused, which stays open.</summary>
    public string? Opened { get; private set; }

    public string EntryName(Words words, string platform, string role) => Platforms.ById(platform) is { } offer
        ? $"{words.Of(offer.Name)} · {(offer.Roles.FirstOrDefault(r => r.Id == role) is { } named ? words.Of(named.Name) : role)}"
        : $"{platform} · {role}";

    public Task<IActionResult> OnPostAuthorize(string unit, CancellationToken cancellation)
    {
        Opened = "authorize";
        return Signed(
            unit, "notice.unit-handler", of => [UnitHall.ToAuthorize, of, Phone?.Trim() ?? ""],
            (of, signed) => units.AuthorizeHandler(CommandId ?? "", of, HandlerName ?? "", Phone ?? "", signed, User.Phone(), cancellation), cancellation);
    }

    public Task<IActionResult> OnPostWithdraw(string unit, CancellationToken cancellation) => Signed(
        unit, "notice.unit-withdrawn", of => [UnitHall.ToWithdraw, of, Who ?? ""],
        (of, signed) => units.WithdrawHandler(CommandId ?? "", of, Who ?? "", signed, User.Phone(), cancellation), cancellation);

    public Task<IActionResult> OnPostBind(string unit, CancellationToken cancellation)
    {
        Opened = "bind";
        var (platform, role) = Parts();
        return Signed(
            unit, "notice.unit-bound", of => [UnitHall.ToBind, of, Entry ?? ""],
            (of, signed) => units.BindCertificate(CommandId ?? "", of, platform, role, signed, User.Phone(), cancellation), cancellation);
    }

    public Task<IActionResult> OnPostUnbind(string unit, CancellationToken cancellation)
    {
        var (platform, role) = Parts();
        return Do(
            unit, "#bindings", "notice.unit-unbound",
            of => units.UnbindCertificate(CommandId ?? "", of, platform, role, Certificate ?? "", User.Phone(), cancellation), cancellation);
    }

    protected override async Task LoadMore(string unit, CancellationToken cancellation)
    {
        Handlers = (await units.Handlers(unit, User.Phone(), cancellation)).Value ?? [];
        var own = new List<ProgressRow>();
        foreach (var row in (await hall.Progress(User.Phone(), cancellation)).DistinctBy(r => r.Certificate))
        {
            if (await cards.Find(row.Certificate, cancellation) is { OnKey: not null, RevokedAt: null, KindName: "Unit" })
                own.Add(row);
        }

        Certificates = own;
    }

    private Task<IActionResult> Signed(
        string unit, string notice, Func<string, string[]> purpose, Func<string, SignedForUnit, Task<Outcome<UnitReceipt>>> step, CancellationToken cancellation) =>
        Do(
            unit, "", notice,
            async of => await keys.Sign(Certificate, cancellation, purpose(of)) is { } signed ? await step(of, signed) : PageRefusals.CertificateMissing(texts),
            cancellation);

    private (string Platform, string Role) Parts() => (Entry ?? "").Split('/') is [var platform, var role] ? (platform, role) : ("", "");
}
