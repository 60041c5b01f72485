using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>One application before a reviewer: approve, return or reject (A3).</summary>
internal sealed class ReviewModel(ReviewDesk desk, StaffGate gate, SelfServiceHall hall, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was found of the seal's picture, where there is one (S4).</summary>
    [BindProperty]
    public string? SealPicture { get; set; }

    public ReviewRow? Row { get; private set; }

    /// <summary>Whether it may be decided on, and not only seen.</summary>
    public bool CanDecide { get; private set; }

    public PlatformOffer? Platform => Row is null ? null : hall.Platforms().ById(Row.Platform);

    public string PlatformName(Words words) =>
        Row is null ? "" : hall.Platforms().ById(Row.Platform) is { } platform ? words.Of(platform.Name) : Row.Platform;

    public string RoleName(Words words) =>
        Row is null ? "" : hall.Platforms().ById(Row.Platform)?.Roles.FirstOrDefault(r => r.Id == Row.Role) is { } role ? words.Of(role.Name) : Row.Role;

    public string MaterialName(Words words, string material) =>
        Row is not null && hall.Platforms().ById(Row.Platform)?.Material(material) is { } known ? words.Of(known.Name) : material;

    public async Task<IActionResult> OnGet(string certificate, int application, CancellationToken cancellation)
    {
        CommandId = ids.New();
        return await Load(certificate, application, cancellation) is { } refusal ? Refuse(refusal) : Page();
    }

    public Task<IActionResult> OnPostApprove(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.Approve(IdOf("approve"), certificate, application, SealPicture, User.StaffId(), cancellation), "notice.approved", cancellation);

    public Task<IActionResult> OnPostReturn(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.Return(IdOf("return"), certificate, application, User.StaffId(), Reason, cancellation), "notice.returned", cancellation);

    public Task<IActionResult> OnPostReject(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.Reject(IdOf("reject"), certificate, application, User.StaffId(), Reason, cancellation), "notice.rejected", cancellation);

    // One form, three commands: back at the page after one of them, another is a command of its own and is answered as one.
    private string IdOf(string decision) => string.IsNullOrEmpty(CommandId) ? "" : $"{CommandId}:{decision}";

    private async Task<IActionResult> Decide(
        string certificate, int application, Task<Outcome<StaffReceipt>> decided, string notice, CancellationToken cancellation)
    {
        var outcome = await decided;
        if (outcome.IsRefused)
        {
            await Load(certificate, application, cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done("/staff", notice);
    }

    private async Task<RefusalText?> Load(string certificate, int application, CancellationToken cancellation)
    {
        var queue = await desk.Queue(User.StaffId(), cancellation);
        Row = queue.Value?.FirstOrDefault(row => row.Certificate == certificate && row.Application == application);
        CanDecide = await gate.Refusal(User.StaffId(), nameof(ReviewDesk), nameof(ReviewDesk.Approve), cancellation) is null;
        return queue.Refusal;
    }
}
