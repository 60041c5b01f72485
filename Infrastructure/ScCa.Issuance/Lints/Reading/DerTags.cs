namespace ScCa.Issuance.Lints.Reading;

/// <summary>The identifier octets that occur in certificates (X.690 §8.1.2).</summary>
internal static class DerTags
{
    public const byte Boolean = 0x01;
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte Null = 0x05;
    public const byte Oid = 0x06;
    public const byte Utf8String = 0x0C;
    public const byte PrintableString = 0x13;
    public const byte Ia5String = 0x16;
    public const byte UtcTime = 0x17;
    public const byte GeneralizedTime = 0x18;
    public const byte BmpString = 0x1E;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;
    public const byte Explicit0 = 0xA0;
    public const byte Explicit3 = 0xA3;
    public const byte Implicit0 = 0x80;
    public const byte Implicit1 = 0x81;
    public const byte Implicit2 = 0x82;

    /// <summary>GeneralName's uniformResourceIdentifier [6] IA5String.</summary>
    public const byte Uri = 0x86;
}
