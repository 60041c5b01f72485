using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScCa.Composition.StandIns.Population;

/// <summary>Chance that comes out alike for the same seed and the same question, in whatever order the questions are asked.</summary>
internal sealed class Dice(long seed)
{
    /// <summary>From 0 to one less than the number of sides.</summary>
    public int Of(int sides, string question)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}|{question}")), digest);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(digest) % (ulong)sides);
    }

    /// <summary>Whether something comes about that does so in so many cases of a hundred.</summary>
    public bool Happens(int inHundred, string question) => Of(100, question) < inHundred;

    public T Of<T>(IReadOnlyList<T> choices, string question) => choices[Of(choices.Count, question)];
}
