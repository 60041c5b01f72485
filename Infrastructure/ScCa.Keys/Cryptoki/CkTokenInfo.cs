using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ScCa.Keys.Cryptoki;

/// <summary>CK_TOKEN_INFO.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkTokenInfo
{
    public Text32 Label;
    public Text32 Manufacturer;
    public Text16 Model;
    public Text16 SerialNumber;
    public nuint Flags;
    public nuint SessionCountMax;
    public nuint SessionCount;
    public nuint RwSessionCountMax;
    public nuint RwSessionCount;
    public nuint PinLengthMax;
    public nuint PinLengthMin;
    public nuint TotalPublicMemory;
    public nuint FreePublicMemory;
    public nuint TotalPrivateMemory;
    public nuint FreePrivateMemory;
    public CkVersion Hardware;
    public CkVersion Firmware;
    public Text16 UtcTime;

    public readonly bool Has(uint flag) => (Flags & flag) != 0;

    [InlineArray(32)]
    public struct Text32
    {
        private byte first;

        public override readonly string ToString() => Read(this);
    }

    [InlineArray(16)]
    public struct Text16
    {
        private byte first;

        public override readonly string ToString() => Read(this);
    }

    // Padded with blanks by the standard, with zeros by some modules.
    private static string Read(ReadOnlySpan<byte> padded) => Encoding.UTF8.GetString(padded).TrimEnd('\0', ' ');
}
