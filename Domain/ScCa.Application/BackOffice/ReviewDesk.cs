using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

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

    /// <summary>Applications whose papers wait to be looked at, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<ReviewRow>>> Papers(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(ReviewDesk), nameof(Papers), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await queue.Papers(QueueMax, cancellation).ConfigureAwait(false));

    /// <param name="sealPicture">What was found of the seal's picture, where there is one: a name of <see cref="SealPictureFinding"/> (S4).</param>
    public Task<Outcome<StaffReceipt>> Approve(
        string commandId, string certificate, int application, string? sealPicture, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        SealPictureFinding? finding = string.IsNullOrEmpty(sealPicture) ? null : parsed.Named<SealPictureFinding>(sealPicture, "finding");
        return Decide(
            nameof(Approve), commandId, certificate, staff, "", (id, at, by, _, now) => new ApproveApplication(id, at, application, finding, by, now), cancellation,
            parsed);
    }

    /// <summary>One paper goes back to the applicant; the others stand (A3).</summary>
    public Task<Outcome<StaffReceipt>> ReturnMaterial(
        string commandId, string certificate, int application, string material, string staff, string? reason, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var which = parsed.Choice(material, MaterialId.Parse, "material");
        return Decide(
            nameof(ReturnMaterial), commandId, certificate, staff, reason,
            (id, at, by, why, now) => new ReturnMaterial(id, at, application, which!, why, by, now), cancellation, parsed);
    }

    /// <summary>Every paper is there and in order (A3).</summary>
    public Task<Outcome<StaffReceipt>> CompleteMaterials(string commandId, string certificate, int application, string staff, CancellationToken cancellation) =>
        Decide(
            nameof(CompleteMaterials), commandId, certificate, staff, "", (id, at, by, _, now) => new CompleteMaterials(id, at, application, by, now), cancellation);

    public Task<Outcome<StaffReceipt>> Return(
        string commandId, string certificate, int application, string staff, string? reason, CancellationToken cancellation) =>
        Decide(nameof(Return), commandId, certificate, staff, reason, (id, at, by, why, now) => new ReturnApplication(id, at, application, by, why, now), cancellation);

    public Task<Outcome<StaffReceipt>> Reject(
        string commandId, string certificate, int application, string staff, string? reason, CancellationToken cancellation) =>
        Decide(nameof(Reject), commandId, certificate, staff, reason, (id, at, by, why, now) => new RejectApplication(id, at, application, by, why, now), cancellation);

    private async Task<Outcome<StaffReceipt>> Decide(
        string method, string commandId, string certificate, string staff, string? reason,
        Func<CommandId, CertificateId, StaffId, string, Instant, CertificateCommand> command, CancellationToken cancellation, Parsed? begun = null)
    {
        if (await gate.Refusal(staff, nameof(ReviewDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = begun ?? new Parsed();
        var (id, at, why) = (parsed.CommandId(commandId), parsed.CertificateId(certificate), parsed.FreeText(reason, "reason", ReasonMax));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var by = new StaffId(staff);
        return StaffAnswer.From(
            await commands.Execute(command(id, at, by, why, clock.GetCurrentInstant()), CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }
}
