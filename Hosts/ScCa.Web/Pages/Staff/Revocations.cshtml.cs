using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>The authority's own revocations: one orders, another confirms or drops (C8).</summary>
internal sealed class RevocationsModel(
    RevocationDesk desk, StaffGate gate, CertificateFiles files, Freshness freshness, FormIds ids, PageTexts texts) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Certificate { get; set; }

    [BindProperty]
    public string? CommandId { get; set; }

    /// <summary>One of the reasons that a revocation list knows.</summary>
    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public static IReadOnlyList<string> Grounds { get; } =
        ["KeyCompromise", "CaCompromise", "AffiliationChanged", "Superseded", "CessationOfOperation", "PrivilegeWithdrawn"];

    public CertificateFile? Found { get; private set; }

    public bool IsPermitted { get; private set; }

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public Task<IActionResult> OnPostOrder(CancellationToken cancellation) => Step(
        desk.Order(CommandId ?? "", Certificate ?? "", Ground ?? "", Reason, User.StaffId(), cancellation), "notice.revocation-ordered", cancellation);

    public Task<IActionResult> OnPostConfirm(CancellationToken cancellation) =>
        Step(desk.Confirm(CommandId ?? "", Certificate ?? "", User.StaffId(), cancellation), "notice.revoked", cancellation);

    public Task<IActionResult> OnPostDrop(CancellationToken cancellation) =>
        Step(desk.Drop(CommandId ?? "", Certificate ?? "", Reason, User.StaffId(), cancellation), "notice.revocation-dropped", cancellation);

    private async Task<IActionResult> Step(Task<Outcome<StaffReceipt>> done, string notice, CancellationToken cancellation)
    {
        var outcome = await done;
        if (outcome.IsRefused)
        {
            await Load(cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done($"/staff/revocations?certificate={outcome.Value.Certificate}", notice);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        if (await gate.Refusal(User.StaffId(), nameof(RevocationDesk), nameof(RevocationDesk.Order), cancellation) is { } barred)
            return barred;
        IsPermitted = true;
        var certificate = Certificate?.Trim();
        if (string.IsNullOrEmpty(certificate))
            return null;
        if (certificate.Length > FormIds.LengthMax || !certificate.All(FormIds.IsAllowed))
            return PageRefusals.CertificateMissing(texts);
        var found = await files.Find(certificate, User.StaffId(), cancellation);
        Found = found.Value;
        return found.Refusal;
    }
}
