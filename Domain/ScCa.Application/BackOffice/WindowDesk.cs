using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Inputs;
using ScCa.Application.Intake;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Application.BackOffice;

/// <summary>What the clerk does for a handler who stands before him, or calls (A5, A8, D3).</summary>
public sealed class WindowDesk(
    StaffGate gate, ICommands commands, CommandExecutor executor, ApplicationForms forms, Payers payers, PersonalData personal, TextCatalog texts,
    IClock clock)
{
    private const int PayerNameMax = 200;

    /// <summary>Takes in a New.</summary>
    public async Task<Outcome<ApplicationReceipt>> Apply(ApplyForm form, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(WindowDesk), nameof(Apply), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var read = await forms.New(form, new StaffId(staff), cancellation).ConfigureAwait(false);
        return read.IsRefused
            ? read.Refusal
            : Taken.From(read.Value, await commands.Execute(read.Value, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), texts);
    }

    /// <summary>Takes in any operation on a certificate that is there.</summary>
    public async Task<Outcome<ApplicationReceipt>> Operate(OperationForm form, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(WindowDesk), nameof(Operate), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var read = await forms.Operation(form, new StaffId(staff), cancellation).ConfigureAwait(false);
        return read.IsRefused
            ? read.Refusal
            : Taken.From(await commands.Execute(read.Value, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), read.Value.Certificate, texts);
    }

    /// <summary>Takes in a paper that was posted or presented; <paramref name="digest"/> is of the scan that was kept.</summary>
    public Task<Outcome<StaffReceipt>> ReceiveMaterial(
        string commandId, string certificate, int application, string material, string digest, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var which = parsed.Choice(material, MaterialId.Parse, "material");
        var of = parsed.Choice(digest, Digest.Parse, "material");
        return Step(
            nameof(ReceiveMaterial), commandId, certificate, staff,
            (id, at, by, now) => new ProvideMaterial(id, at, application, which!, of!, null, by, now), parsed, cancellation);
    }

    /// <summary>The clerk has seen the person and his ID (A8).</summary>
    public Task<Outcome<StaffReceipt>> VerifyOnSite(string commandId, string certificate, int application, string staff, CancellationToken cancellation) => Step(
        nameof(VerifyOnSite), commandId, certificate, staff, (id, at, by, now) => new VerifyOnSite(id, at, application, by, now), new Parsed(), cancellation);

    /// <summary>The PIN was reset at the window (C11).</summary>
    public Task<Outcome<StaffReceipt>> CompleteUnlock(string commandId, string certificate, string serial, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var key = parsed.Choice(serial, SerialNumber.Parse, "serial");
        return Step(
            nameof(CompleteUnlock), commandId, certificate, staff, (id, at, _, now) => new CompleteUnlock(id, at, key!, now), parsed, cancellation);
    }

    /// <summary>Takes in money at the window for one application; the receipt's number names it for ever (P3).</summary>
    public async Task<Outcome<StaffReceipt>> TakePayment(
        string receipt, string certificate, int application, string payerName, string amount, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(WindowDesk), nameof(TakePayment), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var at = parsed.CertificateId(certificate);
        var reference = parsed.Choice(string.IsNullOrWhiteSpace(receipt) ? null : $"window:{receipt.Trim()}", BankReference.Parse, "receipt");
        var paid = parsed.Choice(amount, Money.Parse, "amount");
        var name = parsed.FreeText(payerName, "payer", PayerNameMax);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var context = CommandContext.Staff(staff);
        var payer = await payers.Of(reference!, name, cancellation).ConfigureAwait(false);
        var receive = new ReceiveTransfer(new CommandId($"{reference}:receive"), reference!, PaymentMeans.Window, payer, paid!, clock.GetCurrentInstant());
        switch (await commands.Execute(receive, context, cancellation).ConfigureAwait(false))
        {
            case Answer<Transfer>.Refused(var notReceived):
                return RefusalText.From(notReceived, texts);
            // One receipt is one payment: under its number nothing else is taken in.
            case Answer<Transfer>.Accepted { Events: [TransferReceived first, ..] } when (first.Amount, first.Payer.NameIndex) != (paid, payer.NameIndex):
                return RefusalText.From(Domain.Refusals.Refuse.TransferAlreadyReceived(reference!), texts);
        }

        var claim = new ClaimTransfer(new CommandId($"{reference}:claim"), reference!, at, application, clock.GetCurrentInstant());
        return await commands.Execute(claim, context, cancellation).ConfigureAwait(false) switch
        {
            Answer<Transfer>.Accepted { Events: [TransferClaimed first, ..] } when (first.Certificate, first.Application) != (at, application) =>
                RefusalText.From(Domain.Refusals.Refuse.TransferHeldElsewhere(reference!), texts),
            Answer<Transfer>.Accepted accepted => new StaffReceipt(at.Value, accepted.Position),
            Answer<Transfer>.Refused(var notClaimed) => RefusalText.From(notClaimed, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    /// <summary>Another person, or another phone, handles the certificate from now on; the clerk has seen the papers (A1).</summary>
    public async Task<Outcome<StaffReceipt>> ChangeHandler(
        string commandId, string certificate, string handlerName, string phone, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(WindowDesk), nameof(ChangeHandler), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, at, name, number) = (parsed.CommandId(commandId), parsed.CertificateId(certificate), parsed.HandlerName(handlerName), parsed.Phone(phone));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        if (await executor.State<Certificate>(at.Value, cancellation).ConfigureAwait(false) is not KnownCertificate { Handler: var present })
            return RefusalText.From(Domain.Refusals.Refuse.CertificateUnknown(), texts);
        var isSameName = await personal.Open(present.Subject, SealedField.HandlerName, present.Name, cancellation).ConfigureAwait(false) == name;
        var handler = await forms.Handler(number!, name, cancellation).ConfigureAwait(false);
        var change = new ChangeHandler(id, at, handler, isSameName, null, new StaffId(staff), clock.GetCurrentInstant());
        return StaffAnswer.From(await commands.Execute(change, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }

    private async Task<Outcome<StaffReceipt>> Step(
        string method, string commandId, string certificate, string staff, Func<CommandId, CertificateId, StaffId, Instant, CertificateCommand> command,
        Parsed parsed, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(WindowDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var answer = await commands
            .Execute(command(id, at, new StaffId(staff), clock.GetCurrentInstant()), CommandContext.Staff(staff), cancellation).ConfigureAwait(false);
        return StaffAnswer.From(answer, at, texts);
    }
}
