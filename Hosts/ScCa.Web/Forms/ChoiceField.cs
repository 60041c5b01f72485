using ScCa.Application;

namespace ScCa.Web.Forms;

/// <summary>One of several things to choose.</summary>
/// <param name="Price">Set apart, where the choice has one.</param>
/// <param name="Small">What else is to be known of it.</param>
internal sealed record Choice(string Value, string Text, string? Price = null, string? Small = null);

/// <summary>A choice of one, as the partial page <c>_Choices</c> shows it.</summary>
/// <param name="Label">The key of the label's text; with <c>-hint</c> behind it, that of the hint's, where there is one.</param>
internal sealed record ChoiceField(string Id, string Label, IReadOnlyList<Choice> Choices, string? Value, RefusalText? Refusal)
{
    public bool IsRefused => RefusedField.Of(Refusal) == Id;
}
