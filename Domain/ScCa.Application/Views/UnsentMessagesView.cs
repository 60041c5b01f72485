using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Messages;

namespace ScCa.Application.Views;

/// <summary>A message that the gateway has not taken, and when it may be tried again.</summary>
public sealed record UnsentRow(string Message, int Attempts, Instant NextAttemptAt);

/// <summary>Messages whose last sending failed (A4): the worker tries them again, with growing pauses.</summary>
public sealed class UnsentMessagesView : IView
{
    public const string ViewName = "unsent-messages";
    public const string Waiting = "waiting";
    private const string Fresh = "fresh";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is MessageEvent e ? [e.Message.Value] : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case MessageRequested e:
                rows.Put(e.Message.Value, Fresh, SortKeys.Of(e.At), new UnsentRow(e.Message.Value, 0, e.At));
                break;
            case MessageFailed e when rows.Get<UnsentRow>(e.Message.Value) is { } row:
                var next = row with { Attempts = row.Attempts + 1, NextAttemptAt = e.At + Duration.FromMinutes(1 << row.Attempts) };
                rows.Put(e.Message.Value, Waiting, SortKeys.Of(next.NextAttemptAt), next);
                break;
            case MessageSent or MessageGivenUp:
                rows.Delete(((MessageEvent)happened.Body).Message.Value);
                break;
        }
    }
}

/// <summary>Asks the view.</summary>
public sealed class UnsentMessagesReader(IViewStore store)
{
    public async Task<IReadOnlyList<UnsentRow>> DueAt(Instant now, int max, CancellationToken cancellation)
    {
        var rows = await store.Query(UnsentMessagesView.ViewName, UnsentMessagesView.Waiting, null, SortKeys.Of(now), max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<UnsentRow>)];
    }
}
