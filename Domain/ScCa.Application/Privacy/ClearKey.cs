using System.Security.Cryptography;

namespace ScCa.Application.Privacy;

/// <summary>A key in clear, in memory that is never moved and is wiped when it is disposed of.</summary>
internal sealed class ClearKey : IDisposable
{
    public const int Size = 32;

    private readonly byte[] bytes = GC.AllocateArray<byte>(Size, pinned: true);

    public Span<byte> Bytes => bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);

    public override string ToString() => "(key)";
}
