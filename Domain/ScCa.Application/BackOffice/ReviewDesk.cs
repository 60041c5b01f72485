using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.BackOffice;

/// <summary>What was decided is written.</summary>
public sealed record StaffReceipt(string Certificate, long Position);

/// <summary>The reviewer's queue and its outcomes (A3).</summary>
public sealed class ReviewDesk(StaffGate gate, ICommands commands, ReviewQueueReader queue, TextCatalog texts, IClock clock)
{
    private const int QueueMax = 200;
    private const int ReasonMax = 500;

    /// <summary>What waits, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<ReviewRow>>> Queue(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(ReviewDesk), nameof(Queue), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await queue.Waiting(QueueMax, cancellation).ConfigureAwait(false));

    public Task<Outcome<StaffReceipt>> Approve(string commandId, string certificate, int application, string staff, CancellationToken cancellation) =>
        Decide(nameof(Approve), commandId, certificate, staff, "", (id, at, by, _, now) => new ApproveApplication(id, at, application, by, now), cancellation);

    public Task<Outcome<StaffReceipt>> Return(
        string commandId, string certificate, int application, string staff, string? reason, CancellationToken cancellation) =>
        Decide(nameof(Return), commandId, certificate, staff, reason, (id, at, by, why, now) => new ReturnApplication(id, at, application, by, why, now), cancellation);

    public Task<Outcome<StaffReceipt>> Reject(
        string commandId, string certificate, int application, string staff, string? reason, CancellationToken cancellation) =>
        Decide(nameof(Reject), commandId, certificate, staff, reason, (id, at, by, why, now) => new RejectApplication(id, at, application, by, why, now), cancellation);

    private async Task<Outcome<StaffReceipt>> Decide(
        string method, string commandId, string certificate, string staff, string? reason,
        Func<CommandId, CertificateId, StaffId, string, Instant, CertificateCommand> command, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(ReviewDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, at, why) = (parsed.CommandId(commandId), parsed.CertificateId(certificate), parsed.FreeText(reason, "reason", ReasonMax));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var by = new StaffId(staff);
        return StaffAnswer.From(
            await commands.Execute(command(id, at, by, why, clock.GetCurrentInstant()), CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }
}
