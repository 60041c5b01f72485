using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>One application: where it stands, what to do now, what has happened; and what the applicant may do about it (A3).</summary>
[Authorize(Policy = Sessions.Applicant)]
internal sealed class ApplicationModel(SelfServiceHall hall, Freshness freshness, FormIds ids, Payee payee) : FormPage
{
    public Payee Payee { get; } = payee;

    public ProgressRow? Row { get; private set; }

    public string PlatformName(Wording.Words words) =>
        Row is null ? "" : hall.Platforms().ById(Row.Platform) is { } platform ? words.Of(platform.Name) : Row.Platform;

    public string NewId() => ids.New();

    public bool CanBeWithdrawn => Row?.Standing is Standing.UnderReview or Standing.Returned or Standing.AwaitingPayment;

    public bool IsToBePosted => Row is { PostBy: not null } row && row.Steps.All(step => step.Name != "certificate.key-posted.v1");

    public string? ReturnReason => Row?.Steps.LastOrDefault(step => step.Name == "certificate.application-returned.v1")?.Note;

    public async Task<IActionResult> OnGet(string certificate, int application, CancellationToken cancellation) =>
        await Load(certificate, application, cancellation) ?? Page();

    public Task<IActionResult> OnPostResubmit(string certificate, int application, string? commandId, CancellationToken cancellation) =>
        Step(certificate, application, hall.Resubmit(commandId ?? "", certificate, application, User.Phone(), cancellation), "notice.resubmitted", cancellation);

    public Task<IActionResult> OnPostWithdraw(string certificate, int application, string? commandId, bool withRefund, CancellationToken cancellation) =>
        Step(certificate, application, hall.Withdraw(commandId ?? "", certificate, application, User.Phone(), withRefund, cancellation), "notice.withdrawn", cancellation);

    private async Task<IActionResult> Step(
        string certificate, int application, Task<Outcome<ApplicationReceipt>> taken, string notice, CancellationToken cancellation)
    {
        var outcome = await taken;
        if (outcome.IsRefused)
            return await Load(certificate, application, cancellation) ?? Refuse(outcome.Refusal);
        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done($"/progress/{certificate}/{application}", notice);
    }

    private async Task<IActionResult?> Load(string certificate, int application, CancellationToken cancellation)
    {
        var found = await hall.ProgressOf(certificate, application, User.Phone(), cancellation);
        Row = found.Value;
        return found.IsRefused ? Refuse(found.Refusal) : null;
    }
}
