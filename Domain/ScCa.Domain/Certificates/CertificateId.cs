namespace ScCa.Domain.Certificates;

/// <summary>Names one certificate through its whole life, across all its generations.</summary>
public sealed record CertificateId(string Value) : ITextValue<CertificateId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(CertificateId));

    public static CertificateId Parse(string text) => new(text);

    public override string ToString() => Value;
}
