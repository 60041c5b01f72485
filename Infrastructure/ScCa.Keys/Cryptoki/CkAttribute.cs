using System.Runtime.InteropServices;

namespace ScCa.Keys.Cryptoki;

/// <summary>CK_ATTRIBUTE.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkAttribute
{
    public nuint Type;
    public nint Value;
    public nuint Length;
}
