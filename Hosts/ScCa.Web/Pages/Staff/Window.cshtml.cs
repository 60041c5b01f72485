using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>What a clerk does for who stands before him: begin something new, or bring forward what is under way (A8, D3).</summary>
[RequestSizeLimit(UploadedFile.FormBytesMax)]
internal sealed class WindowModel(
    PaperDesk papers, WindowDesk desk, ReviewDesk review, CertificateFiles files, SelfServiceHall hall, StaffGate gate, Freshness freshness, FormIds ids, PageTexts texts) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Certificate { get; set; }

    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public int Application { get; set; }

    [BindProperty]
    public string? Material { get; set; }

    [BindProperty]
    public string? Receipt { get; set; }

    [BindProperty]
    public string? Payer { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? HandlerName { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    public CertificateFile? Found { get; private set; }

    public IReadOnlyList<PlatformOffer> Platforms { get; private set; } = [];

    public bool IsPermitted { get; private set; }

    public PlatformOffer? Platform => Found is { } found ? Platforms.ById(found.Card.Platform) : null;

    public string NewId() => ids.New();

    public string MaterialName(Words words, string material) => Platform?.Material(material) is { } known ? words.Of(known.Name) : material;

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPostReceive(IFormFile? file, CancellationToken cancellation)
    {
        var (scan, unread) = await UploadedFile.Read(file, UploadedFile.Papers, $"file-{Material}", texts, cancellation);
        if (unread is not null)
            return await Again(unread, cancellation);
        var kept = await papers.Scan(Certificate ?? "", Material ?? "", scan!.Content, User.StaffId(), cancellation);
        if (kept.IsRefused)
            return await Again(kept.Refusal, cancellation);
        var received = desk.ReceiveMaterial(CommandId ?? "", Certificate ?? "", Application, Material ?? "", kept.Value.Digest, User.StaffId(), cancellation);
        return await Step(received, "notice.paper", cancellation);
    }

    public Task<IActionResult> OnPostComplete(CancellationToken cancellation) =>
        Step(review.CompleteMaterials(CommandId ?? "", Certificate ?? "", Application, User.StaffId(), cancellation), "notice.papers-complete", cancellation);

    public Task<IActionResult> OnPostVerify(CancellationToken cancellation) =>
        Step(desk.VerifyOnSite(CommandId ?? "", Certificate ?? "", Application, User.StaffId(), cancellation), "notice.verified", cancellation);

    public Task<IActionResult> OnPostPay(CancellationToken cancellation) => Step(
        desk.TakePayment(Receipt ?? "", Certificate ?? "", Application, Payer ?? "", Amount ?? "", User.StaffId(), cancellation), "notice.payment", cancellation);

    public async Task<IActionResult> OnPostUnlock(CancellationToken cancellation)
    {
        if (await Load(cancellation) is { } refusal)
            return Refuse(refusal);
        var unlocked = desk.CompleteUnlock(CommandId ?? "", Certificate ?? "", Found?.Card.OnKey?.Serial ?? "", User.StaffId(), cancellation);
        return await Step(unlocked, "notice.unlocked", cancellation);
    }

    public Task<IActionResult> OnPostHandler(CancellationToken cancellation) => Step(
        desk.ChangeHandler(CommandId ?? "", Certificate ?? "", HandlerName ?? "", Phone ?? "", User.StaffId(), cancellation), "notice.handler", cancellation);

    private async Task<IActionResult> Step(Task<Outcome<StaffReceipt>> done, string notice, CancellationToken cancellation)
    {
        var outcome = await done;
        if (outcome.IsRefused)
            return await Again(outcome.Refusal, cancellation);
        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done($"/staff/window?certificate={outcome.Value.Certificate}", notice);
    }

    private async Task<IActionResult> Again(RefusalText refusal, CancellationToken cancellation)
    {
        await Load(cancellation);
        return Refuse(refusal);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        Platforms = hall.Platforms();
        if (await gate.Refusal(User.StaffId(), nameof(WindowDesk), nameof(WindowDesk.Operate), cancellation) is { } barred)
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
