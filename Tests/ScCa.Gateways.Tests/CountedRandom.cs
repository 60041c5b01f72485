using System.Buffers.Binary;
using ScCa.Application.Ports;

namespace ScCa.Gateways.Tests;

/// <summary>Bytes that are never the same twice, and are the same in every run.</summary>
internal sealed class CountedRandom(int seed) : IRandomSource
{
    private int count;

    public void Fill(Span<byte> bytes)
    {
        bytes.Clear();
        BinaryPrimitives.WriteInt32BigEndian(bytes, seed);
        BinaryPrimitives.WriteInt32BigEndian(bytes[4..], Interlocked.Increment(ref count));
    }
}
