using System.Collections.Concurrent;
using ScCa.Pki.Algorithms;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Keys by number, made once: plans speak of numbers, and one plan is made real with one ring or another.</summary>
internal sealed class KeyRing(Func<int, PublicKeyKind> kindOf) : IDisposable
{
    private readonly ConcurrentDictionary<int, Lazy<TestKey>> keys = new();

    public TestKey this[int number] => keys.GetOrAdd(number, n => new Lazy<TestKey>(() => TestKey.New(kindOf(n)))).Value;

    public static KeyRing Of(PublicKeyKind kind) => new(_ => kind);

    /// <summary>Neighbours are of different kinds.</summary>
    public static KeyRing Mixed() => new(number => (PublicKeyKind)(number % 3));

    public void Dispose()
    {
        foreach (var key in keys.Values)
            key.Value.Dispose();
    }
}
