using System.Text;

namespace ScCa.Application.Tests.Bounded;

/// <summary>A stored value and the places in it that are different in another life.</summary>
internal sealed class Stencil
{
    private readonly byte[] bytes;
    private readonly (int Place, int Token)[] places;

    private Stencil(byte[] bytes, (int Place, int Token)[] places) => (this.bytes, this.places) = (bytes, places);

    public bool IsTheSameInAll => places.Length == 0;

    public static Stencil Of(string text, IReadOnlyDictionary<string, int> tokens) => new(
        Encoding.UTF8.GetBytes(text), [.. Tokens.In(text).Where(t => tokens.ContainsKey(t.Token)).Select(t => (t.Place, tokens[t.Token]))]);

    public static Stencil Of(byte[] utf8, IReadOnlyDictionary<string, int> tokens) => Of(Encoding.UTF8.GetString(utf8), tokens);

    /// <summary>The value as it is in the life whose tokens these are; until the next one is asked for.</summary>
    public ReadOnlySpan<byte> In(byte[][] life)
    {
        foreach (var (place, token) in places)
            life[token].CopyTo(bytes, place);
        return bytes;
    }
}
