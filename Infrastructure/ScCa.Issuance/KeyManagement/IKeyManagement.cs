using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Issuance.KeyManagement;

/// <summary>
/// The management of encryption keys (密钥管理, GM/T 0014 and GM/T 0034), in the semantics of its messages. <b>Durability</b>: what is answered is archived.
/// <b>Idempotence</b>: by task. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface IKeyManagement
{
    /// <summary>ApplyKeyReq.</summary>
    /// <exception cref="KeyManagementRefusedException">The task was another key's.</exception>
    ValueTask<EncryptionKeyPair> Apply(KeyApplication application, CancellationToken cancellation);

    /// <summary>RestoreKeyReq: takes two people at least, and is on record before it is answered.</summary>
    /// <exception cref="KeyManagementRefusedException">There is no such key, or the shares do not suffice.</exception>
    ValueTask<EncryptionKeyPair> Restore(KeyRestoration restoration, CancellationToken cancellation);

    /// <summary>RevokeKeyReq: the key goes into the history, from where it can still be restored.</summary>
    /// <exception cref="KeyManagementRefusedException">There is no such key.</exception>
    ValueTask Revoke(SerialNumber task, Instant at, CancellationToken cancellation);
}
