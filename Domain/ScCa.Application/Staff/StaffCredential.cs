using System.Text.Json;
using NodaTime;
using ScCa.Application.Events;

namespace ScCa.Application.Staff;

internal enum StaffCredentialKind
{
    EnrolmentCode,
    Passphrase,
}

/// <summary>What an account's holder proves himself by, as it is stored: enough to check an answer, not to give one.</summary>
/// <param name="GoodUntil">When a code ends; null for a passphrase.</param>
internal sealed record StaffCredential(StaffCredentialKind Kind, int Iterations, byte[] Salt, byte[] Hash, Instant? GoodUntil)
{
    public byte[] Encoded() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Options);

    public static StaffCredential Decoded(ReadOnlyMemory<byte> record) => JsonSerializer.Deserialize<StaffCredential>(record.Span, StoredJson.Options)
        ?? throw new InvalidOperationException("A stored credential is empty.");
}
