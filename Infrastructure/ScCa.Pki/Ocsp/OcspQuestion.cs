using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Ocsp;

/// <summary>What a response is to answer, and as of when.</summary>
/// <param name="SerialNumber">The content octets of the certificate's serial number.</param>
/// <param name="At">The instant at which the answer is to hold.</param>
/// <param name="Nonce">What was sent; empty where nothing was.</param>
public sealed record OcspQuestion(PkiCertificate Issuer, ReadOnlyMemory<byte> SerialNumber, DateTimeOffset At, ReadOnlyMemory<byte> Nonce = default)
{
    /// <summary>How far the clocks may be apart.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How old an answer may be that does not say how long it holds.</summary>
    public TimeSpan AgeMax { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Answers made ahead carry no nonce; with this they will do, and a nonce that differs will not.</summary>
    public bool AcceptsMissingNonce { get; init; }

    internal OcspVerification Verify(BasicOcspResponse response)
    {
        var (failed, responder) = CheckSigner(response);
        if (failed is not OcspCheck.None)
            return OcspVerification.FailedAt(failed);
        var issuer = new OcspIssuer(Issuer);
        var answer = response.Answers.FirstOrDefault(found => issuer.Issued(found.Id) && found.Id.SerialNumber.Span.SequenceEqual(SerialNumber.Span));
        failed = CheckContent(response, answer);
        return failed is OcspCheck.None ? new(OcspCheck.None, answer, responder) : OcspVerification.FailedAt(failed);
    }

    // RFC 6960 §4.2.2.2: the issuer itself, or whom it certified for this directly. A responder that the client trusts by itself is not provided for.
    private (OcspCheck Failed, PkiCertificate? Responder) CheckSigner(BasicOcspResponse response)
    {
        var isFromIssuer = response.Responder.Names(Issuer.Subject, Issuer.PublicKey);
        if (isFromIssuer && response.IsSignedBy(Issuer.PublicKey))
            return (OcspCheck.None, null);
        var named = response.Certificates.Where(certificate => response.Responder.Names(certificate.Subject, certificate.PublicKey)).ToList();
        return named.Find(IsAuthorized) switch
        {
            null when isFromIssuer => (OcspCheck.Signature, null),
            null => (named.Count == 0 ? OcspCheck.ResponderId : OcspCheck.ResponderAuthorization, null),
            var responder when !responder.IsValidAt(At) => (OcspCheck.ResponderValidity, null),
            var responder => (response.IsSignedBy(responder.PublicKey) ? OcspCheck.None : OcspCheck.Signature, responder),
        };
    }

    private bool IsAuthorized(PkiCertificate responder)
    {
        try
        {
            return responder.Extensions.ExtendedKeyUsage is { } purposes && purposes.Contains(Oids.OcspSigning)
                && responder.Extensions.Allows(KeyUsages.DigitalSignature)
                && responder.Issuer.Equals(Issuer.Subject) && responder.IsSignedBy(Issuer.PublicKey);
        }
        catch (PkiRefusedException)
        {
            return false;
        }
    }

    // Order is precedence: the first arm that matches is the answer given.
    private OcspCheck CheckContent(BasicOcspResponse response, OcspAnswer? answer) => answer switch
    {
        _ when response.Extensions.All.Any(extension => extension.IsCritical && extension.Oid != Oids.OcspNonce) => OcspCheck.CriticalExtension,
        null => OcspCheck.CertificateId,
        { HasUnknownCriticalExtension: true } => OcspCheck.CriticalExtension,
        _ when answer.ThisUpdate > At + Tolerance => OcspCheck.ThisUpdate,
        // The instant is the caller's and sane; the response may name the last second that can be counted.
        _ when At - Tolerance > (answer.NextUpdate ?? answer.ThisUpdate + AgeMax) => OcspCheck.NextUpdate,
        _ when !IsNonceRight(response.Nonce) => OcspCheck.Nonce,
        _ => OcspCheck.None,
    };

    private bool IsNonceRight(ReadOnlyMemory<byte> answered) =>
        Nonce.IsEmpty || (answered.IsEmpty && AcceptsMissingNonce) || answered.Span.SequenceEqual(Nonce.Span);
}
