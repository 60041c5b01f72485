using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>A clerk takes in a New (A8).</summary>
[RequestSizeLimit(UploadedFile.FormBytesMax)]
internal sealed class WindowApplyModel(
    PaperUploads uploads, WindowDesk desk, StaffGate gate, SelfServiceHall hall, Freshness freshness, FormIds ids, PageTexts texts) : FormPage
{
    [BindProperty(Name = "")]
    public ApplyFields Fields { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public PlatformOffer? Platform { get; private set; }

    /// <summary>Null for whom the desk is closed.</summary>
    public ApplyFormView? View => ApplyFormView.Of(Platform, Kind, Fields, Refusal, atWindow: true);

    public async Task<IActionResult> OnGet(string platform, CancellationToken cancellation)
    {
        Fields = new ApplyFields { CommandId = ids.New() };
        if (await Barred(cancellation) is { } barred)
            return Refuse(barred);
        return Find(platform) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string platform, CancellationToken cancellation)
    {
        if (await Barred(cancellation) is { } barred)
            return Refuse(barred);
        if (!Find(platform))
            return NotFound();
        var (pictures, unread) = await UploadedFile.ReadPictures(Fields.SealPictures, nameof(Fields.SealPictures), texts, cancellation);
        if (unread is not null)
            return Refuse(unread);
        if (await uploads.Keep(Fields.Phone ?? "", pictures, cancellation) is { } notKept)
            return Refuse(notKept);
        var applied = await desk.Apply(View!.Fields.Form(platform, Fields.Phone ?? "", pictures), User.StaffId(), cancellation);
        if (applied.IsRefused)
            return Refuse(applied.Refusal);
        await freshness.WaitFor(applied.Value.Position, cancellation);
        return Done($"/staff/window?certificate={applied.Value.Certificate}", "notice.taken-in");
    }

    private ValueTask<RefusalText?> Barred(CancellationToken cancellation) =>
        gate.Refusal(User.StaffId(), nameof(WindowDesk), nameof(WindowDesk.Apply), cancellation);

    private bool Find(string platform)
    {
        Platform = hall.Platforms().ById(platform);
        return Platform is not null;
    }
}
