using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>Overwrites what a secret passed through, in a way that the compiler may not leave out.</summary>
internal static class Wipe
{
    public static void Value<T>(ref T value)
        where T : unmanaged => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref value, 1)));

    public static void Values<T>(Span<T> values)
        where T : unmanaged => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(values));
}
