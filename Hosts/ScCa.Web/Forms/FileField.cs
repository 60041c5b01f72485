using ScCa.Application;

namespace ScCa.Web.Forms;

/// <summary>A field for files, as the partial page <c>_File</c> shows it.</summary>
/// <param name="Label">The key of the label's text; with <c>-hint</c> behind it, that of the hint's, where there is one.</param>
/// <param name="Accepted">Content types, as <see cref="UploadedFile"/> lists them.</param>
internal sealed record FileField(string Id, string Label, string Accepted, bool IsMultiple, RefusalText? Refusal)
{
    /// <summary>The name it is sent under, where several forms of a page have one.</summary>
    public string Name { get; init; } = Id;

    public bool IsRefused => RefusedField.Of(Refusal) == Id;
}
