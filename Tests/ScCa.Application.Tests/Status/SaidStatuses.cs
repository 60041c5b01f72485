using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Tests.Status;

/// <summary>Serials that stand as a test says.</summary>
internal sealed class SaidStatuses : ICertificateStatuses
{
    private readonly Dictionary<SerialNumber, SerialStatus> said = [];

    public void Say(SerialStatus status) => said[status.Serial] = status;

    public ValueTask<SerialStatus?> Find(SerialNumber serial, CancellationToken cancellation) => new(said.GetValueOrDefault(serial));

    public IAsyncEnumerable<SerialStatus> Revoked(Instant at, CancellationToken cancellation) =>
        said.Values.Where(s => s.Revocation is not null && s.NotAfter >= at).ToAsyncEnumerable();
}
