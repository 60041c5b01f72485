namespace ScCa.Signing.Formats;

/// <summary>The identifier octets that occur here.</summary>
internal static class DerTag
{
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte Null = 0x05;
    public const byte ObjectIdentifier = 0x06;
    public const byte Sequence = 0x30;
    public const byte Context0 = 0xA0;
    public const byte Context1 = 0xA1;
}
