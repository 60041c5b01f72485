using System.Runtime.CompilerServices;

namespace ScCa.Signing;

/// <summary>Checks of the lengths that a caller hands in: a wrong one is a defect of the caller.</summary>
internal static class Lengths
{
    public static void AtLeast(ReadOnlySpan<byte> span, int least, [CallerArgumentExpression(nameof(span))] string? name = null)
    {
        if (span.Length < least)
            throw new ArgumentException($"At least {least} bytes are needed.", name);
    }

    public static void Exactly(ReadOnlySpan<byte> span, int length, [CallerArgumentExpression(nameof(span))] string? name = null)
    {
        if (span.Length != length)
            throw new ArgumentException($"Exactly {length} bytes are needed.", name);
    }
}
