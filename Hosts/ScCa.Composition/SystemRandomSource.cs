using System.Security.Cryptography;
using ScCa.Application.Ports;

namespace ScCa.Composition;

/// <summary>The operating system's generator.</summary>
internal sealed class SystemRandomSource : IRandomSource
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
