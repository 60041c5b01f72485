using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>What a signed message is verified against.</summary>
/// <param name="At">The instant at which signers' certificates are judged: now, or when a timestamp says that it was signed.</param>
public sealed record MessageExpectation(DateTimeOffset At, CertificateTrust Trust)
{
    /// <summary>What a detached signature is about; a message that carries its content has to carry this.</summary>
    public ReadOnlyMemory<byte>? DetachedContent { get; init; }

    /// <summary>Certificates that are known apart from the message.</summary>
    public IReadOnlyList<PkiCertificate> Certificates { get; init; } = [];
}
