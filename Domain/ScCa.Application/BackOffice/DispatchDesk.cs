using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;

namespace ScCa.Application.BackOffice;

/// <summary>Keys to be posted, the earliest promise first (D1, D5).</summary>
public sealed class DispatchDesk(ICommands commands, DueIndexReader due, TextCatalog texts, IClock clock)
{
    private const int QueueMax = 200;
    private const int TrackingNumberMax = 40;

    public Task<IReadOnlyList<ParcelRow>> Queue(CancellationToken cancellation) => due.Parcels(QueueMax, cancellation);

    public async Task<Outcome<StaffReceipt>> Post(string commandId, string certificate, string? trackingNumber, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        var tracking = parsed.FreeText(trackingNumber, "trackingNumber", TrackingNumberMax);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var post = new PostKey(id, at, tracking, new StaffId(staff), clock.GetCurrentInstant());
        return StaffAnswer.From(await commands.Execute(post, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }
}
