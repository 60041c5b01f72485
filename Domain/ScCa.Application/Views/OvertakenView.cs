using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;

namespace ScCa.Application.Views;

/// <summary>An application that can be fulfilled only while its certificate is valid.</summary>
public sealed record OvertakenRow(string Certificate, int Application);

/// <summary>Open applications that need a valid certificate; those whose certificate has expired stand apart, to be ended (A3).</summary>
public sealed class OvertakenView : IView
{
    public const string ViewName = "overtaken";
    public const string Overtaken = "overtaken";
    private const string InTime = "in-time";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        OperationApplied { Request.NeedsValidCertificate: true } or CertificateExpired or CertificateRevoked or ApplicationRejected or ApplicationWithdrawn
            or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken or UpdateGranted or SealsFulfilled or EContractEnabled or GenerationIssued => [happened.StreamKey],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case OperationApplied { Request.NeedsValidCertificate: true } e:
                rows.Put(happened.StreamKey, InTime, happened.StreamKey, new OvertakenRow(happened.StreamKey, e.Application));
                break;
            case CertificateExpired when rows.Get<OvertakenRow>(happened.StreamKey) is { } row:
                rows.Put(happened.StreamKey, Overtaken, happened.StreamKey, row);
                break;
            case CertificateRevoked:
                rows.Delete(happened.StreamKey);
                break;
            // Fulfilled or over; a grant of another application that is pulled meanwhile is not this one's.
            case ApplicationEvent e and not OperationApplied when rows.Get<OvertakenRow>(happened.StreamKey)?.Application == e.Application:
                rows.Delete(happened.StreamKey);
                break;
        }
    }
}

/// <summary>Asks the view.</summary>
public sealed class OvertakenReader(IViewStore store)
{
    public IAsyncEnumerable<OvertakenRow> All(CancellationToken cancellation) =>
        EveryRow.Of<OvertakenRow>(store, OvertakenView.ViewName, OvertakenView.Overtaken, null, cancellation);
}
