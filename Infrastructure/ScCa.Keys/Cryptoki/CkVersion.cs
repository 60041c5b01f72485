using System.Runtime.InteropServices;

namespace ScCa.Keys.Cryptoki;

/// <summary>CK_VERSION.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkVersion
{
    public byte Major;
    public byte Minor;

    public override readonly string ToString() => $"{Major}.{Minor}";
}
