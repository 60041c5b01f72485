using ScCa.Application.Ports;
using ScCa.Keys;

namespace ScCa.Composition;

/// <summary>Serves the application's port from the master secret's files: the room that holds keys knows nothing of the application.</summary>
internal sealed class MasterKey(FileMasterSecrets secrets) : IMasterKey, IDisposable
{
    public IReadOnlyList<int> Versions => secrets.Versions;

    public void Derive(int version, string purpose, Span<byte> key) => secrets.Derive(version, purpose, key);

    public void Make(int version) => secrets.Make(version);

    public void Retire(int version) => secrets.Retire(version);

    public void Dispose() => secrets.Dispose();
}
