using System.Text;

namespace ScCa.Stores.Memory;

/// <summary>
/// The order of UTF-8 bytes. UTF-16's differs: a rare ideograph (two surrogates, from D800) sorts before a full-width bracket (FF08) there, after it here.
/// </summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Compares { get; } = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
