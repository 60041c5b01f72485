using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages;

/// <summary>One application: where it stands, what to do now, what has happened; and what the applicant may do about it (A3).</summary>
[Authorize(Policy = Sessions.Applicant)]
[RequestSizeLimit(UploadedFile.FormBytesMax)]
internal sealed class ApplicationModel(
    SelfServiceHall hall, PaperUploads papers, CertificateOffers offers, Freshness freshness, FormIds ids, Payee payee, PageTexts texts) : FormPage
{
    // What a browser's field for date and time sends.
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public Payee Payee { get; } = payee;

    public ProgressRow? Row { get; private set; }

    public CertificateCard? Card { get; private set; }

    public PlatformOffer? Platform { get; private set; }

    /// <summary>Whether seals end before the certificate that was just renewed, and can be renewed with it (S5).</summary>
    public bool CanSealsFollow { get; private set; }

    [BindProperty]
    public string? Window { get; set; }

    [BindProperty]
    public string? Visit { get; set; }

    /// <summary>The paper that an upload is for.</summary>
    [BindProperty]
    public string? Material { get; set; }

    public string PlatformName(Words words) => Row is null ? "" : Platform is { } platform ? words.Of(platform.Name) : Row.Platform;

    public string MaterialName(Words words, string material) => Platform?.Material(material) is { } known ? words.Of(known.Name) : material;

    /// <summary>What a step says of itself; a step that has no words for it shows it bare.</summary>
    public string NoteOf(Words words, string step, string note) => texts.Has($"progress.note.{step}") ? words[$"progress.note.{step}", ("note", note)] : note;

    public string NewId() => ids.New();

    public bool CanBeWithdrawn => Row?.Standing is Standing.UnderReview or Standing.Returned or Standing.AwaitingMaterials or Standing.MaterialsUnderReview
        or Standing.AwaitingVerification or Standing.AwaitingPayment;

    /// <summary>Whether money has come in, which goes back when the application is withdrawn (A3).</summary>
    public bool HasPaid => Row?.Steps.Any(step => step.Name == "certificate.transfer-counted.v1") == true;

    public bool IsToBePosted => Row is { PostBy: not null } row && row.Steps.All(step => step.Name != "certificate.key-posted.v1");

    public bool IsAtWindow => Row?.Channel == "Window";

    public string? ReturnReason => Row?.Steps.LastOrDefault(step => step.Name == "certificate.application-returned.v1")?.Note;

    /// <summary>How it may be paid for, by the ways its platform serves it in today.</summary>
    public ImmutableArray<string> Payments => Row is { } row && Platform?.Kind(Card?.KindName) is { } kind
        ?
        [
            .. kind.Services.Where(s => s.Operation == row.Operation).SelectMany(s => s.Ways).Where(w => w.Channel == row.Channel).SelectMany(w => w.Payment)
                .Distinct(StringComparer.Ordinal),
        ]
        : [];

    public async Task<IActionResult> OnGet(string certificate, int application, CancellationToken cancellation) =>
        await Load(certificate, application, cancellation) ?? Page();

    public Task<IActionResult> OnPostResubmit(string certificate, int application, string? commandId, CancellationToken cancellation) =>
        Step(certificate, application, hall.Resubmit(commandId ?? "", certificate, application, User.Phone(), cancellation), "notice.resubmitted", cancellation);

    public Task<IActionResult> OnPostWithdraw(string certificate, int application, string? commandId, bool withRefund, CancellationToken cancellation) => Step(
        certificate, application, hall.Withdraw(commandId ?? "", certificate, application, User.Phone(), withRefund, cancellation),
        withRefund ? "notice.withdrawn-refund" : "notice.withdrawn", cancellation);

    public async Task<IActionResult> OnPostPaper(string certificate, int application, string? commandId, IFormFile? file, CancellationToken cancellation)
    {
        if (await Load(certificate, application, cancellation) is { } refused)
            return refused;
        var (paper, unread) = await UploadedFile.Read(file, UploadedFile.Papers, $"file-{Material}", texts, cancellation);
        if (unread is not null)
            return Refuse(unread);
        var given = papers.Provide(commandId ?? "", certificate, application, Material ?? "", User.Phone(), paper!.Content, cancellation);
        return await Step(certificate, application, given, "notice.paper", cancellation);
    }

    public async Task<IActionResult> OnPostVisit(string certificate, int application, string? commandId, CancellationToken cancellation)
    {
        if (await Load(certificate, application, cancellation) is { } refused)
            return refused;
        var read = Minute.Parse(Visit?.Trim() ?? "");
        if (!read.Success)
            return Refuse(PageRefusals.VisitMalformed(texts));
        var booked = hall.BookVisit(commandId ?? "", certificate, application, Window ?? "", read.Value, User.Phone(), cancellation);
        return await Step(certificate, application, booked, "notice.visit", cancellation);
    }

    private async Task<IActionResult> Step(
        string certificate, int application, Task<Outcome<ApplicationReceipt>> taken, string notice, CancellationToken cancellation)
    {
        var outcome = await taken;
        if (outcome.IsRefused)
            return await Load(certificate, application, cancellation) ?? Again(outcome.Refusal);
        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done($"/progress/{certificate}/{application}", notice);
    }

    // W1: a window that is closed then is answered with its next opening or day, which stands in the field at once.
    private PageResult Again(RefusalText refusal)
    {
        if (refusal.Facts.TryGetValue("nextOpening", out var opening) && opening.Length == "2027-06-01 09:00".Length)
            Visit = opening.Replace(' ', 'T');
        // Midnight stands for the day itself where no hours are published.
        if (refusal.Facts.TryGetValue("nextDay", out var day) && day.Length == "2027-06-01".Length)
            Visit = $"{day}T00:00";
        return Refuse(refusal);
    }

    private async Task<IActionResult?> Load(string certificate, int application, CancellationToken cancellation)
    {
        var found = await hall.ProgressOf(certificate, application, User.Phone(), cancellation);
        Row = found.Value;
        if (found.IsRefused)
            return Refuse(found.Refusal);
        Platform = hall.Platforms().ById(found.Value.Platform);
        Card = (await hall.Card(certificate, User.Phone(), cancellation)).Value;
        CanSealsFollow = found.Value is { Operation: "Renew", Standing: Standing.Done }
            && (await offers.Of(certificate, cancellation)).Any(o => o is { Operation: "SealRenew", NotNow: null });
        return null;
    }
}
