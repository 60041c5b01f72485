namespace ScCa.Domain.People;

/// <summary>A personal fact, sealed under its subject's key before it came here (A7). The domain carries it and cannot read it.</summary>
public sealed record SealedText(string Value) : ITextValue<SealedText>
{
    public string Value { get; } = Text.NotBlank(Value, 16_000, nameof(SealedText));

    public static SealedText Parse(string text) => new(text);

    /// <summary>Nothing of it is shown, not even sealed: logs stay short and free of it.</summary>
    public override string ToString() => "(sealed)";
}
