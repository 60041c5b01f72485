using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Composition.StandIns;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>A clerk takes in any operation on a certificate that is there; where the key must be shown, it is at the window (A6).</summary>
[RequestSizeLimit(UploadedFile.FormBytesMax)]
internal sealed class WindowOperationModel(
    PaperUploads uploads, WindowDesk desk, StaffGate gate, CertificateFiles files, SelfServiceHall hall, Freshness freshness, FormIds ids, PageTexts texts,
    IServiceProvider services) : FormPage
{
    // Only a demonstration has one.
    private readonly DemoDesk? demo = services.GetService<DemoDesk>();

    [BindProperty(Name = "")]
    public OperationFields Fields { get; set; } = new();

    [BindProperty]
    public string? Phone { get; set; }

    public string Operation { get; private set; } = "";

    public CertificateFile? Found { get; private set; }

    public PlatformOffer? Platform { get; private set; }

    public OperationOffer? Offer { get; private set; }

    public IEnumerable<OfferWay> Ways => Offer?.Ways.Where(w => w.Channel != "Online" || w.IsTakenByStaff) ?? [];

    public bool IsSignedHere => demo is not null;

    public async Task<IActionResult> OnGet(string certificate, string operation, CancellationToken cancellation)
    {
        if (OperationAddress.Operation(operation) is not { } name)
            return NotFound();
        Fields = new OperationFields { CommandId = ids.New() };
        return await Load(certificate, name, cancellation) is { } refusal ? Refuse(refusal) : Page();
    }

    public async Task<IActionResult> OnPost(string certificate, string operation, CancellationToken cancellation)
    {
        if (OperationAddress.Operation(operation) is not { } name)
            return NotFound();
        if (await Load(certificate, name, cancellation) is { } barred)
            return Refuse(barred);
        var (pictures, unread) = await UploadedFile.ReadPictures(Fields.SealPictures, nameof(Fields.SealPictures), texts, cancellation);
        if (unread is not null)
            return Refuse(unread);
        if (await uploads.Keep(Phone ?? "", pictures, cancellation) is { } notKept)
            return Refuse(notKept);
        var proof = demo is not null && Ways.Any(w => w.NeedsKey) ? await demo.SignFor(certificate, name, cancellation) : null;
        var form = Fields.Form(certificate, name, Phone ?? "", pictures) with { Challenge = proof?.Challenge, Signature = proof?.Signature ?? default };
        var applied = await desk.Operate(form, User.StaffId(), cancellation);
        if (applied.IsRefused)
            return Refuse(applied.Refusal);
        await freshness.WaitFor(applied.Value.Position, cancellation);
        return Done($"/staff/window?certificate={certificate}", "notice.taken-in");
    }

    private async Task<RefusalText?> Load(string certificate, string operation, CancellationToken cancellation)
    {
        Operation = operation;
        if (await gate.Refusal(User.StaffId(), nameof(WindowDesk), nameof(WindowDesk.Operate), cancellation) is { } barred)
            return barred;
        var found = await files.Find(certificate, User.StaffId(), cancellation);
        if (found.IsRefused)
            return found.Refusal;
        Found = found.Value;
        Platform = hall.Platforms().ById(Found.Card.Platform);
        Offer = Found.Offers.FirstOrDefault(o => o.Operation == operation);
        Fields.Channel ??= Ways.FirstOrDefault()?.Channel ?? "Window";
        Fields.HandledBy ??= "Handler";
        return null;
    }
}
