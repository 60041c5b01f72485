using System.Runtime.InteropServices;

namespace ScCa.Keys.Cryptoki;

/// <summary>CK_MECHANISM_INFO.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkMechanismInfo
{
    public nuint KeySizeMin;
    public nuint KeySizeMax;
    public nuint Flags;
}
