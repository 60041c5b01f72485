using System.Runtime.CompilerServices;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Status;

/// <summary>The view of serials is being made anew: nothing may be said until it has caught up. Ask again shortly.</summary>
public sealed class StatusesBehindException() : Exception("The view of serials is behind what this process has seen of it; ask again when it has caught up.");

/// <summary>
/// Answers from the view of serials and from the tail of events that the view has not come to. So an answer never depends on how far a worker is: what is in
/// the store before the question is in the answer.
/// </summary>
/// <param name="behindMax">Beyond so many positions that the view has yet to come to, the tail would be most of the history: nothing is said until then.</param>
public sealed class CertificateStatuses(IEventStore events, IViewStore views, int behindMax = CertificateStatuses.BehindMax) : ICertificateStatuses, IDisposable
{
    private const int BehindMax = 100_000;

    private const int PageSize = 1000;

    // Until the tail is so long it costs less to keep it than to ask how much of it the view has come to.
    private const int TailMin = 512;

    private readonly SemaphoreSlim turn = new(1);
    private readonly SerialsView view = new();
    private readonly KnownStatuses statuses = new();
    private Tail? tail;
    private int tailMax = TailMin;

    public async ValueTask<SerialStatus?> Find(SerialNumber serial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(serial);
        var known = await CaughtUp(cancellation).ConfigureAwait(false);
        if (statuses.Find(serial, known) is { } status)
            return status;
        if (known.CertificateOf(serial) is not { } certificate)
        {
            if (await Row<SerialsView.SerialRow>(known, SerialsView.SerialKey(serial), cancellation).ConfigureAwait(false) is not { } row)
                return await Unless(known, null, cancellation).ConfigureAwait(false);
            certificate = row.Certificate;
        }

        var serials = known.Onto(certificate, await Row<CertificateSerials>(known, SerialsView.CertificateKey(certificate), cancellation).ConfigureAwait(false));
        var found = await Unless(known, serials.Serials.FirstOrDefault(s => s.Serial == serial)?.Status, cancellation).ConfigureAwait(false);
        if (found is not null)
            statuses.Keep(certificate, known.To, found);
        return found;
    }

    public async IAsyncEnumerable<SerialStatus> Revoked(Instant at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var known = await CaughtUp(cancellation).ConfigureAwait(false);
        // Whom the tail is about comes from there alone: his row may or may not be in the pages by now.
        foreach (var certificate in known.Certificates)
        {
            var serials = known.Onto(certificate, await Row<CertificateSerials>(known, SerialsView.CertificateKey(certificate), cancellation).ConfigureAwait(false));
            foreach (var status in RevokedOf(serials, at))
                yield return status;
        }

        // What happens to a certificate while pages are read may move its row to a later one.
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in (known.From == 0 ? AsyncEnumerable.Empty<ViewRow>() : Pages(SortKeys.Of(at), cancellation)).ConfigureAwait(false))
        {
            var certificate = SerialsView.CertificateOf(row);
            if (known.Has(certificate) || !listed.Add(certificate))
                continue;
            foreach (var status in RevokedOf(Rows.Read<CertificateSerials>(row), at))
                yield return status;
        }

        await Unless(known, null, cancellation).ConfigureAwait(false);
    }

    public void Dispose() => turn.Dispose();

    private static IEnumerable<SerialStatus> RevokedOf(CertificateSerials serials, Instant at) =>
        serials.Serials.Where(s => s.IsRevoked && s.NotAfter >= at).Select(s => s.Status!);

    private async IAsyncEnumerable<ViewRow> Pages(string from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = await views.Query(SerialsView.ViewName, SerialsView.Revoked, from, null, PageSize, cancellation).ConfigureAwait(false);
        while (rows.Count > 0)
        {
            foreach (var row in rows)
                yield return row;
            if (rows.Count < PageSize)
                yield break;
            rows = await views.QueryAfter(SerialsView.ViewName, SerialsView.Revoked, new ViewPlace(rows[^1].Sort, rows[^1].Key), null, PageSize, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<Tail> CaughtUp(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var last = await events.LastPosition(cancellation).ConfigureAwait(false);
            if (tail is { } present && (present.Length <= tailMax || present.To >= last))
                return tail = await Longer(present, last, cancellation).ConfigureAwait(false);
            var from = await views.Checkpoint(view.Name, view.Version, cancellation).ConfigureAwait(false);
            if (last - from > behindMax)
                throw new StatusesBehindException();
            tail = await Longer(new Tail(from), last, cancellation).ConfigureAwait(false);
            // Where no worker runs the tail grows with every event; it is begun anew at twice its length, so that each event is read again a few times at most.
            tailMax = Math.Max(TailMin, 2 * tail.Length);
            return tail;
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask<Tail> Longer(Tail known, long to, CancellationToken cancellation)
    {
        while (known.To < to)
        {
            var page = await events.ReadAll(known.To, PageSize, cancellation).ConfigureAwait(false);
            if (page.Count == 0)
                break;
            known = known.With(page);
        }

        return known;
    }

    // A view that is made anew begins from nothing, and its rows are then older than where this tail begins: between the two something would be missing. It is
    // asked after the rows were read, so that rows of a view that began anew in between are noticed too.
    private async ValueTask<SerialStatus?> Unless(Tail known, SerialStatus? answer, CancellationToken cancellation)
    {
        if (await views.Checkpoint(view.Name, view.Version, cancellation).ConfigureAwait(false) >= known.From)
            return answer;
        Volatile.Write(ref tail, null);
        throw new StatusesBehindException();
    }

    // Of a view that has not begun there are the rows of another version at most; the tail is then the whole history.
    private async ValueTask<T?> Row<T>(Tail known, string key, CancellationToken cancellation) where T : class => known.From == 0
        ? null
        : await views.Find(SerialsView.ViewName, key, cancellation).ConfigureAwait(false) is { } row ? Rows.Read<T>(row) : null;
}
