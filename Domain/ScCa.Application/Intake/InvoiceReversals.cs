using System.Globalization;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;

namespace ScCa.Application.Intake;

/// <summary>
/// Has invoices taken back that were asked to be (红字冲销, D4). Each attempt has a number of its own, under which the platform knows it: asked again, it is
/// the same; one that has failed is over, and the next is another.
/// </summary>
public sealed class InvoiceReversals(ICommands commands, CommandExecutor executor, IClock clock, IInvoices? invoices = null)
{
    /// <summary>So many attempts are made without a person.</summary>
    public const int AttemptsMax = 5;

    private const string Name = "invoice-reversals";
    private const char Divider = 'r';

    /// <summary>Asks for the reversal that is under way, and takes in what became of it; true where that settled it.</summary>
    public async Task<bool> Pursue(string certificate, int application, CancellationToken cancellation)
    {
        if (invoices is null || await Find(certificate, application, cancellation).ConfigureAwait(false) is not { IsIssued: true, Reversing: { Failure: null } request } invoice)
            return false;
        var number = Number(certificate, application, invoice.ReversalAttempts);
        // What is refunded has ended; what somebody in finance takes back was wrong.
        var reason = request.By is null ? InvoiceReversalReason.ServiceEnded : InvoiceReversalReason.IssuedInError;
        var reversal = new InvoiceReversal(number, InvoiceIntake.NumberOf(certificate, application), reason, invoice.Amount.Fen);
        var asked = await invoices.RequestReversal(reversal, cancellation).ConfigureAwait(false);
        return asked.Value is { } told
            ? await Take(told, cancellation).ConfigureAwait(false)
            : await Fail(number, certificate, application, invoice.ReversalAttempts, asked.ErrorCode ?? "unknown", cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks anew for a reversal that has failed, until that was done often enough: then it waits for a person.</summary>
    public async Task<bool> Retry(string certificate, int application, CancellationToken cancellation)
    {
        if (await Find(certificate, application, cancellation).ConfigureAwait(false) is not { Reversing: { Failure: not null } failed, ReversalAttempts: < AttemptsMax } invoice)
            return false;
        var again = new RequestInvoiceReversal(
            new CommandId($"{Name}:{Number(certificate, application, invoice.ReversalAttempts)}:again"), new CertificateId(certificate), application, failed.Reason, failed.By,
            clock.GetCurrentInstant());
        return await commands.Execute(again, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false };
    }

    /// <summary>Takes in what the platform tells of a reversal, in answer or by a callback.</summary>
    internal async Task<bool> Take(Ports.Invoice told, CancellationToken cancellation)
    {
        if (told.Original is not { } original || InvoiceIntake.Read(original) is not var (certificate, application)
            || !told.Number.StartsWith($"{original}{Divider}", StringComparison.Ordinal)
            || !int.TryParse(told.Number[(original.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
        {
            return false;
        }

        switch (told)
        {
            case { Status: InvoiceStatus.Issued, Issued: { } issued }:
                var record = new RecordInvoiceReversal(
                    new CommandId($"{Name}:{told.Number}"), new CertificateId(certificate), application, InvoiceIntake.NumberOf(issued), clock.GetCurrentInstant());
                return await commands.Execute(record, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false };
            case { Status: InvoiceStatus.Failed }:
                return await Fail(told.Number, certificate, application, attempt, told.FailureCode ?? "unknown", cancellation).ConfigureAwait(false);
            default:
                return false;
        }
    }

    private async Task<bool> Fail(string number, string certificate, int application, int attempt, string code, CancellationToken cancellation)
    {
        var fail = new FailInvoiceReversal(
            new CommandId($"{Name}:{number}:failed"), new CertificateId(certificate), application, attempt, code, clock.GetCurrentInstant());
        return await commands.Execute(fail, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false };
    }

    private async Task<Domain.Invoices.Invoice?> Find(string certificate, int application, CancellationToken cancellation) =>
        (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) as KnownCertificate)?.Invoices.FirstOrDefault(i => i.Application == application);

    private static string Number(string certificate, int application, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{InvoiceIntake.NumberOf(certificate, application)}{Divider}{attempt}");
}
