using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>One application of a queue, before whoever decides on it.</summary>
internal abstract class ApplicationFilePage(SelfServiceHall hall, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReviewRow? Row { get; private set; }

    /// <summary>Whether it may be decided on, and not only seen.</summary>
    public bool CanDecide { get; private set; }

    /// <summary>Where the queue is that it comes from.</summary>
    public abstract string QueueAddress { get; }

    /// <summary>The keys of what the queue and this page are called.</summary>
    public abstract (string Queue, string One) Titles { get; }

    public string PlatformName(Words words) => Row is null ? "" : Platform is { } platform ? words.Of(platform.Name) : Row.Platform;

    public string RoleName(Words words) => Row is null ? "" : Platform?.Roles.FirstOrDefault(r => r.Id == Row.Role) is { } role ? words.Of(role.Name) : Row.Role;

    public string MaterialName(Words words, string material) => Platform?.Material(material) is { } known ? words.Of(known.Name) : material;

    public async Task<IActionResult> OnGet(string certificate, int application, CancellationToken cancellation)
    {
        CommandId = ids.New();
        return await Load(certificate, application, cancellation) is { } refusal ? Refuse(refusal) : Page();
    }

    protected abstract Task<Outcome<IReadOnlyList<ReviewRow>>> Queue(string staff, CancellationToken cancellation);

    protected abstract Task<bool> MayDecide(string staff, CancellationToken cancellation);

    // One form, several commands: back at the page after one of them, another is a command of its own and is answered as one.
    protected string IdOf(string decision) => string.IsNullOrEmpty(CommandId) ? "" : $"{CommandId}:{decision}";

    protected async Task<IActionResult> Decide(
        string certificate, int application, Task<Outcome<StaffReceipt>> decided, string notice, CancellationToken cancellation)
    {
        var outcome = await decided;
        if (outcome.IsRefused)
        {
            await Load(certificate, application, cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done(QueueAddress, notice);
    }

    public PlatformOffer? Platform => Row is null ? null : hall.Platforms().ById(Row.Platform);

    private async Task<RefusalText?> Load(string certificate, int application, CancellationToken cancellation)
    {
        var queue = await Queue(User.StaffId(), cancellation);
        Row = queue.Value?.FirstOrDefault(row => row.Certificate == certificate && row.Application == application);
        CanDecide = await MayDecide(User.StaffId(), cancellation);
        return queue.Refusal;
    }
}
