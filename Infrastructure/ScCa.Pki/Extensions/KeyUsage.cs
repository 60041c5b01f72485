using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>What a key is for, RFC 5280 §4.2.1.3.</summary>
[Flags]
public enum KeyUsages
{
    None = 0,
    DigitalSignature = 1 << 0,
    NonRepudiation = 1 << 1,
    KeyEncipherment = 1 << 2,
    DataEncipherment = 1 << 3,
    KeyAgreement = 1 << 4,
    KeyCertSign = 1 << 5,
    CrlSign = 1 << 6,
    EncipherOnly = 1 << 7,
    DecipherOnly = 1 << 8,
}

/// <summary>The extension that says so.</summary>
public static class KeyUsage
{
    public static Extension Of(KeyUsages usages) =>
        new(Oids.KeyUsage, IsCritical: true, Writing.Der(writer => writer.WriteNamedBitList(usages)));

    internal static KeyUsages Read(AsnReader reader) => reader.ReadNamedBitListValue<KeyUsages>();
}
