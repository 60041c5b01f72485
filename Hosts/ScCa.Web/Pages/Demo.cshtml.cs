using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using ScCa.Application;
using ScCa.Application.Views;
using ScCa.Composition.StandIns;
using ScCa.Web.Forms;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages;

/// <summary>The other side of every stand-in: outbox, bank, software key, scanned codes, examiner and clock. Without <c>--demo</c> there is no such page.</summary>
internal sealed class DemoModel(
    IServiceProvider services, CertificateCardReader cards, ProgressReader progress, Freshness freshness, PageTexts texts) : FormPage
{
    private const decimal YuanMax = 100_000_000m;
    private const int NineInTheMorning = 9;
    private const int PayerMax = 200;

    private readonly DemoDesk desk = services.GetService<DemoDesk>()!;

    public DemoTill Till { get; } = services.GetService<DemoTill>()!;

    /// <summary>The real-person checks that are under way.</summary>
    public IReadOnlyList<string> Checks { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Certificate { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Application { get; set; }

    [BindProperty]
    public string? Payer { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    public IReadOnlyList<DemoSms> Outbox { get; private set; } = [];

    public Instant Now => desk.Now;

    // No handler runs where there is no desk.
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (desk is null)
            context.Result = NotFound();
    }

    public async Task OnGet(CancellationToken cancellation)
    {
        await Prefill(cancellation);
        await Load(cancellation);
    }

    public async Task<IActionResult> OnPostTransfer(CancellationToken cancellation)
    {
        if (Payer is not { Length: > 0 and <= PayerMax } payer)
            return await Again(PageRefusals.PayerMissing(texts), cancellation);
        if (Fen(Amount) is not { } fen)
            return await Again(PageRefusals.AmountMalformed(texts), cancellation);
        await desk.Transfer(payer, fen, cancellation);
        return Done("/demo#bank", "notice.transfer");
    }

    public async Task<IActionResult> OnPostPull(CancellationToken cancellation)
    {
        var certificate = Certificate?.Trim() ?? "";
        if (certificate.Length > FormIds.LengthMax || !certificate.All(FormIds.IsAllowed) || certificate.Length == 0
            || (await cards.Find(certificate, cancellation))?.OnKey is null)
            return await Again(PageRefusals.CertificateMissing(texts), cancellation);
        var written = await desk.PullRenewal(certificate, cancellation);
        if (written.IsRefused)
            return await Again(written.Refusal, cancellation);
        await freshness.WaitFor(written.Value.Position, cancellation);
        return Done("/demo#key", "notice.pulled");
    }

    public async Task<IActionResult> OnPostScan(string? number, CancellationToken cancellation)
    {
        await Till.Pay(number ?? "", cancellation);
        return Done("/demo#wechat", "notice.scanned");
    }

    public async Task<IActionResult> OnPostCheck(string? number, bool passes, CancellationToken cancellation)
    {
        await Till.Decide(number ?? "", passes, cancellation);
        return Done("/demo#examiner", "notice.decided");
    }

    public IActionResult OnPostTomorrow()
    {
        desk.MoveClockTo(desk.Now + Duration.FromDays(1));
        return Done("/demo#clock", "notice.clock");
    }

    public async Task<IActionResult> OnPostClock(CancellationToken cancellation)
    {
        var read = LocalDatePattern.Iso.Parse(Date?.Trim() ?? "");
        if (!read.Success)
            return await Again(PageRefusals.DateMalformed(texts), cancellation);
        var instant = Words.InShanghai(read.Value.At(new LocalTime(NineInTheMorning, 0)));
        if (instant <= desk.Now)
            return await Again(PageRefusals.ClockNeverGoesBack(texts), cancellation);
        desk.MoveClockTo(instant);
        return Done("/demo#clock", "notice.clock");
    }

    private async Task<IActionResult> Again(RefusalText refusal, CancellationToken cancellation)
    {
        await Load(cancellation);
        return Refuse(refusal);
    }

    private async Task Load(CancellationToken cancellation) => (Outbox, Checks) = (await desk.Outbox(cancellation), await Till.Checks(cancellation));

    // A link from an application brings what it awaits.
    private async Task Prefill(CancellationToken cancellation)
    {
        if (Certificate is not { Length: > 0 and <= FormIds.LengthMax } certificate || !certificate.All(FormIds.IsAllowed))
            return;
        Payer = (await cards.Find(certificate, cancellation))?.HolderName;
        if (Application is { } application)
            Amount = (await progress.Find(certificate, application, cancellation))?.Missing;
    }

    private static long? Fen(string? amount) =>
        decimal.TryParse(amount?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
        && yuan is > 0 and <= YuanMax
        && decimal.IsInteger(yuan * 100)
            ? (long)(yuan * 100)
            : null;
}
