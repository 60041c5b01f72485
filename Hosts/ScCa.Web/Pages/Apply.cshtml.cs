using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages;

/// <summary>New (新办): the form of one holder kind, its charge beside every term, and the application itself.</summary>
[RequestSizeLimit(UploadedFile.FormBytesMax)]
internal sealed class ApplyModel(PaperUploads uploads, SelfServiceHall hall, Freshness freshness, FormIds ids, PageTexts texts) : FormPage
{
    [BindProperty(Name = "")]
    public ApplyFields Fields { get; set; } = new();

    /// <summary>The kind of holder that the form is for, where the platform serves several.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public PlatformOffer? Platform { get; private set; }

    public ApplyFormView View => ApplyFormView.Of(Platform, Kind, Fields, Refusal, atWindow: false)!;

    public IActionResult OnGet(string platform)
    {
        Fields = new ApplyFields { CommandId = ids.New() };
        return Find(platform) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string platform, CancellationToken cancellation)
    {
        if (!Find(platform))
            return NotFound();
        var (pictures, unread) = await UploadedFile.ReadPictures(Fields.SealPictures, nameof(Fields.SealPictures), texts, cancellation);
        if (unread is not null)
            return Refuse(unread);
        if (await uploads.Keep(User.Phone(), pictures, cancellation) is { } notKept)
            return Refuse(notKept);
        var applied = await hall.Apply(View.Fields.Form(platform, User.Phone(), pictures), cancellation);
        if (applied.IsRefused)
            return Refuse(applied.Refusal);
        await freshness.WaitFor(applied.Value.Position, cancellation);
        return Done($"/progress/{applied.Value.Certificate}/{applied.Value.Application}", "notice.applied");
    }

    private bool Find(string platform)
    {
        Platform = hall.Platforms().ById(platform);
        return Platform is not null;
    }
}
