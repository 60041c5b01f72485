using System.Globalization;
using ScCa.Domain.Certificates;

namespace ScCa.Domain.Seals;

/// <summary>Names the file of one seal: its certificate and its number.</summary>
public sealed record SealFileId(string Value) : ITextValue<SealFileId>
{
    public string Value { get; } = Text.Identifier(Value, 120, nameof(SealFileId));

    public static SealFileId Parse(string text) => new(text);

    public static SealFileId Of(CertificateId certificate, int seal)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return new(string.Create(CultureInfo.InvariantCulture, $"{certificate.Value}.{seal}"));
    }

    public override string ToString() => Value;
}
