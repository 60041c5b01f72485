namespace ScCa.Seals;

/// <summary>A document, a package or a picture that must not be used; the only exception that malformed input causes.</summary>
public sealed class SealRefusedException : Exception
{
    private const int PlaceLengthMax = 160;

    internal SealRefusedException(SealRefusal refusal, string? place = null)
        : base(Tell(refusal, place))
    {
        Refusal = refusal;
        Place = Shown(place);
    }

    public SealRefusal Refusal { get; }

    /// <summary>Which part of the input it was, where it has a name: a file of the package, an object of the PDF.</summary>
    public string? Place { get; }

    public string ZhCn => SealRefusalText.Of(Refusal).ZhCn;

    public string En => SealRefusalText.Of(Refusal).En;

    private static string Tell(SealRefusal refusal, string? place) =>
        $"{refusal}{(place is null ? "" : $" ({Shown(place)})")}: {SealRefusalText.Of(refusal).En}";

    // A place is named by the input: what could disturb a log does not leave this class.
    private static string? Shown(string? place) => place is null
        ? null
        : string.Concat(place.Take(PlaceLengthMax).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
}
