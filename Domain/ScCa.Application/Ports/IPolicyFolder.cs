namespace ScCa.Application.Ports;

/// <summary>A file of policies as it stands: the name that faults are told by, and its bytes.</summary>
public sealed record PolicyText(string File, ReadOnlyMemory<byte> Json);

/// <summary>
/// An operator's own platforms and versions: JSON files in one place, and beside them the list of those that are published. <b>Durability</b>: the list is
/// replaced as a whole, and durable before <see cref="Publish"/> returns; a crash leaves the old one or the new one. <b>Concurrency</b>: one writer at a
/// time, who is a person; of two at once the last one's list stands. An exception leaves it open whether the list was replaced.
/// </summary>
public interface IPolicyFolder
{
    /// <summary>What faults of the place as a whole are told by.</summary>
    string Name { get; }

    /// <summary>Every JSON file of the place but the published list, ordered by name; null where there is no such place.</summary>
    IReadOnlyList<PolicyText>? Policies();

    /// <summary>The list of what is published, under the name that it has, or would get; null bytes where there is none.</summary>
    (string File, ReadOnlyMemory<byte>? Json) Published();

    /// <summary>Puts a new list in the place of the old one.</summary>
    void Publish(ReadOnlyMemory<byte> json);
}
