using ScCa.Application.Ports;
using ScCa.Keys;

namespace ScCa.Composition;

/// <summary>Serves the application's port from the master secret's file: the room that holds keys knows nothing of the application.</summary>
internal sealed class MasterKey(FileMasterSecret secret) : IMasterKey, IDisposable
{
    public void Derive(string purpose, Span<byte> key) => secret.Derive(purpose, key);

    public void Dispose() => secret.Dispose();
}
