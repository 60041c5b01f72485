namespace ScCa.Application.Ports;

/// <summary>What no store accepts as a credential, and when one is the one that is known, the same in all of them.</summary>
public static class CredentialArguments
{
    /// <exception cref="ArgumentException">A record is empty: that is not the same as none.</exception>
    public static void Check(ReadOnlyMemory<byte>? known, ReadOnlyMemory<byte>? next)
    {
        if (known is { IsEmpty: true })
        {
            throw new ArgumentException("A record is not empty.", nameof(known));
        }

        if (next is { IsEmpty: true })
        {
            throw new ArgumentException("A record is not empty.", nameof(next));
        }
    }

    public static bool IsKnown(ReadOnlyMemory<byte>? stored, ReadOnlyMemory<byte>? known) =>
        (stored, known) is ({ } here, { } expected) ? here.Span.SequenceEqual(expected.Span) : stored is null && known is null;
}
