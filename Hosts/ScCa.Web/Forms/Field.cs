using ScCa.Application;

namespace ScCa.Web.Forms;

/// <summary>A text field with its label, hint and refusal, as the partial page <c>_Field</c> shows it.</summary>
/// <param name="Label">The key of the label's text; with <c>-hint</c> behind it, that of the hint's, where there is one.</param>
internal sealed record Field(string Id, string Label, string? Value, RefusalText? Refusal)
{
    public string Type { get; init; } = "text";

    public string Autocomplete { get; init; } = "off";

    public string? InputMode { get; init; }

    public int? LengthMax { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <summary>How wide it looks: as wide as what belongs in it.</summary>
    public string Width { get; init; } = "wide";

    public bool IsRefused => RefusedField.Of(Refusal) == Id;
}
