using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Composition.StandIns;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Certificates;

/// <summary>
/// Any operation on a certificate that is there. Where the present key has to sign a challenge (A6), its stand-in does in a demonstration, and for real the
/// certificate assistant.
/// </summary>
[RequestSizeLimit(UploadedFile.FormBytesMax)]
internal sealed class OperationModel(
    PaperUploads uploads, SelfServiceHall hall, CertificateOffers offers, Freshness freshness, FormIds ids, PageTexts texts, IServiceProvider services) : FormPage
{
    // Only a demonstration has one.
    private readonly DemoDesk? demo = services.GetService<DemoDesk>();

    [BindProperty(Name = "")]
    public OperationFields Fields { get; set; } = new();

    public string Operation { get; private set; } = "";

    public CertificateCard? Card { get; private set; }

    public PlatformOffer? Platform { get; private set; }

    /// <summary>Null where the platform does not offer it to this holder at this stage.</summary>
    public OperationOffer? Offer { get; private set; }

    public IEnumerable<OfferWay> OwnWays => Offer?.Ways.Where(w => !w.IsTakenByStaff) ?? [];

    public bool IsSignedHere => demo is not null;

    /// <summary>Whether it can be handed in on this page: not where the key must sign and the assistant alone can reach it.</summary>
    public bool CanBeSubmitted => OwnWays.Any(w => !w.NeedsKey || IsSignedHere);

    public async Task<IActionResult> OnGet(string certificate, string operation, CancellationToken cancellation)
    {
        if (OperationAddress.Operation(operation) is not { } name)
            return NotFound();
        Fields.CommandId = ids.New();
        return await Load(certificate, name, cancellation) ?? Page();
    }

    public async Task<IActionResult> OnPost(string certificate, string operation, CancellationToken cancellation)
    {
        if (OperationAddress.Operation(operation) is not { } name)
            return NotFound();
        if (await Load(certificate, name, cancellation) is { } refused)
            return refused;
        var (pictures, unread) = await UploadedFile.ReadPictures(Fields.SealPictures, nameof(Fields.SealPictures), texts, cancellation);
        if (unread is not null)
            return Refuse(unread);
        if (await uploads.Keep(User.Phone(), pictures, cancellation) is { } notKept)
            return Refuse(notKept);
        var proof = demo is not null && NeedsKey ? await demo.SignFor(certificate, name, cancellation) : null;
        var form = Fields.Form(certificate, name, User.Phone(), pictures) with { Challenge = proof?.Challenge, Signature = proof?.Signature ?? default };
        var applied = await hall.Operate(form, cancellation);
        if (applied.IsRefused)
            return Refuse(applied.Refusal);
        await freshness.WaitFor(applied.Value.Position, cancellation);
        return Done($"/progress/{applied.Value.Certificate}/{applied.Value.Application}", "notice.applied");
    }

    private bool NeedsKey => Offer?.Ways.FirstOrDefault(w => w.Channel == Fields.Channel && (w.HandledBy ?? Fields.HandledBy) == Fields.HandledBy)?.NeedsKey == true;

    private async Task<IActionResult?> Load(string certificate, string operation, CancellationToken cancellation)
    {
        Operation = operation;
        var found = await hall.Card(certificate, User.Phone(), cancellation);
        if (found.IsRefused)
            return Refuse(found.Refusal);
        Card = found.Value;
        Platform = hall.Platforms().ById(Card.Platform);
        Offer = (await offers.Of(certificate, cancellation)).FirstOrDefault(o => o.Operation == operation);
        Fields.Channel ??= OwnWays.FirstOrDefault()?.Channel ?? "Online";
        Fields.HandledBy ??= "Handler";
        return null;
    }
}
