using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>Someone who is to sign a message.</summary>
public sealed record MessageSigner(ISigner Key, PkiCertificate Certificate)
{
    public CertificateReferenceForm Form { get; init; } = CertificateReferenceForm.IssuerAndSerialNumber;

    /// <summary>Whether attributes are signed that hold the content's digest, or the content itself is.</summary>
    public bool HasAttributes { get; init; } = true;

    /// <summary>Stands among the signed attributes where it is given.</summary>
    public DateTimeOffset? SigningTime { get; init; }

    /// <summary>Signed beside content type, message digest and time.</summary>
    public IReadOnlyList<MessageAttribute> MoreAttributes { get; init; } = [];
}
