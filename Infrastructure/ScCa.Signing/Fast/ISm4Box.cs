using System.Runtime.Intrinsics;

namespace ScCa.Signing.Fast;

/// <summary>SM4's S-box on sixteen bytes at once, without a memory access.</summary>
internal interface ISm4Box
{
    static abstract bool IsSupported { get; }

    static abstract Vector128<byte> Substitute(Vector128<byte> bytes);
}
