using System.Security.Cryptography;

namespace ScCa.Seals.Making;

/// <summary>esID: unique, and not to be guessed from the one before.</summary>
internal static class SealId
{
    private const int RandomBytes = 16;

    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(RandomBytes));
}
