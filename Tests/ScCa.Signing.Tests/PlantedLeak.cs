using System.Runtime.CompilerServices;

namespace ScCa.Signing.Tests;

/// <summary>What must not be, for the checks to find.</summary>
internal static class PlantedLeak
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Branch(byte[] secret, byte[] expected)
    {
        for (var i = 0; i < secret.Length; i++)
        {
            if (secret[i] != expected[i])
                return i;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Load(byte[] table, byte secret) => table[secret];
}
