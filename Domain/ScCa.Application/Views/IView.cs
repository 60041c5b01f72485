using ScCa.Application.Events;

namespace ScCa.Application.Views;

/// <summary>
/// A read model: a pure fold of events into rows. It can be thrown away and rebuilt at any time; a changed fold gets the next version and is.
/// </summary>
public interface IView
{
    string Name { get; }

    int Version { get; }

    /// <summary>The rows that the event may read or change; none where it does not matter here.</summary>
    IReadOnlyList<string> KeysFor(RecordedEvent happened);

    /// <summary>Changes the rows named by <see cref="KeysFor"/>; no other row can be seen.</summary>
    void Fold(Rows rows, RecordedEvent happened);
}
