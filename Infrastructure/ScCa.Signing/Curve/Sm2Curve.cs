namespace ScCa.Signing.Curve;

/// <summary>The recommended curve of GB/T 32918.5: y² = x³ − 3x + b over p, prime order n, cofactor 1.</summary>
internal static class Sm2Curve
{
    public static readonly U256 P = new(0xFFFFFFFEFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF00000000, 0xFFFFFFFFFFFFFFFF);
    public static readonly U256 A = new(0xFFFFFFFEFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF00000000, 0xFFFFFFFFFFFFFFFC);
    public static readonly U256 B = new(0x28E9FA9E9D9F5E34, 0x4D5A9E4BCF6509A7, 0xF39789F515AB8F92, 0xDDBCBD414D940E93);
    public static readonly U256 N = new(0xFFFFFFFEFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0x7203DF6B21C6052B, 0x53BBF40939D54123);

    public static readonly AffinePoint G = new(
        new(0x32C4AE2C1F198119, 0x5F9904466A39C994, 0x8FE30BBFF2660BE1, 0x715A4589334C74C7),
        new(0xBC3736A2F4F6779C, 0x59BDCEE36B692153, 0xD0A9877CC62A4740, 0x02DF32E52139F0A0));
}
