using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.BackOffice;

/// <summary>The authority's own revocations, which two people decide (C8).</summary>
public sealed class RevocationDesk(StaffGate gate, ICommands commands, TextCatalog texts, IClock clock)
{
    private const int GroundsMax = 500;

    /// <param name="reason">A name of <see cref="RevocationReason"/>.</param>
    public Task<Outcome<StaffReceipt>> Order(
        string commandId, string certificate, string reason, string? grounds, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var why = parsed.Named<RevocationReason>(reason, "reason");
        var text = parsed.FreeText(grounds, "reason", GroundsMax);
        return Decide(nameof(Order), commandId, certificate, staff, (id, at, by, now) => new OrderRevocation(id, at, why, text, by, now), parsed, cancellation);
    }

    public Task<Outcome<StaffReceipt>> Confirm(string commandId, string certificate, string staff, CancellationToken cancellation) => Decide(
        nameof(Confirm), commandId, certificate, staff, (id, at, by, now) => new ConfirmRevocation(id, at, by, now), new Parsed(), cancellation);

    public Task<Outcome<StaffReceipt>> Drop(string commandId, string certificate, string? reason, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var why = parsed.FreeText(reason, "reason", GroundsMax);
        return Decide(nameof(Drop), commandId, certificate, staff, (id, at, by, now) => new DropRevocationOrder(id, at, by, why, now), parsed, cancellation);
    }

    private async Task<Outcome<StaffReceipt>> Decide(
        string method, string commandId, string certificate, string staff, Func<CommandId, CertificateId, StaffId, Instant, CertificateCommand> command,
        Parsed parsed, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(RevocationDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var answer = await commands
            .Execute(command(id, at, new StaffId(staff), clock.GetCurrentInstant()), CommandContext.Staff(staff), cancellation).ConfigureAwait(false);
        return StaffAnswer.From(answer, at, texts);
    }
}
