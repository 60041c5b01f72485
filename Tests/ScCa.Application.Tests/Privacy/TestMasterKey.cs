using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Testing;

namespace ScCa.Application.Tests.Privacy;

/// <summary>Versions of a master key in memory; a fault may come before or after each change.</summary>
internal sealed class TestMasterKey(byte seed, Faults? faults = null) : IMasterKey
{
    private readonly SortedSet<int> versions = [1];

    public IReadOnlyList<int> Versions
    {
        get
        {
            lock (versions)
                return [.. versions];
        }
    }

    public void Derive(int version, string purpose, Span<byte> key)
    {
        if (!Versions.Contains(version))
            throw new TestFailedException($"Version {version} of the master key is gone.");
        HKDF.DeriveKey(HashAlgorithmName.SHA256, [seed, (byte)version], key, [], Encoding.UTF8.GetBytes(purpose));
    }

    public void Make(int version) => (faults ?? Faults.None).Around(() => Change(() => versions.Add(version)));

    public void Retire(int version) => (faults ?? Faults.None).Around(() => Change(() => versions.Remove(version)));

    private void Change(Action change)
    {
        lock (versions)
            change();
    }
}
