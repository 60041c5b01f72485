using ScCa.Pki.Ocsp;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Paths;

/// <summary>
/// What OCSP responses say of a certificate as of an instant, RFC 6960. One that held then tells it; so does one made later, as long as the certificate had not expired by then
/// or the responder remembers it (archive cutoff, §4.4.4). An issuer that is an anchor without a certificate has no responders here.
/// </summary>
internal sealed class ResponseTestimony(PathInputs inputs, PathOptions options, CertificateBook book, SignatureChecks signatures, ListTestimony lists)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public IEnumerable<RevocationVerdict> Of(IssuedCertificate certificate)
    {
        if (certificate.Issuer is not { } issuer)
            yield break;
        var names = new OcspIssuer(issuer.Certificate);
        foreach (var response in inputs.Responses)
        {
            if (response.Basic?.Answers.FirstOrDefault(answer => names.Issued(answer.Id) && answer.Id.SerialNumber.Span.SequenceEqual(Serial(certificate))) is { } about)
                yield return Of(response, about, certificate);
        }
    }

    private RevocationVerdict Of(OcspResponse response, OcspAnswer about, IssuedCertificate certificate)
    {
        var (isFresh, asOf) = Freshness(about, certificate);
        if (!signatures.TryTake())
            return RevocationVerdict.Unknown(PathFinding.SearchLimitReached);
        // A responder's certificate comes from anybody until its signature is checked; and no answer is about the end of the calendar.
        if (asOf > DateTimeOffset.MaxValue.AddDays(-1) || response.Basic!.Certificates.Any(other => book[other].IsMalformed))
            return RevocationVerdict.Unknown(PathFinding.RevocationEvidenceMalformed);
        var verified = response.Verify(new OcspQuestion(certificate.Issuer!.Certificate, certificate.Facts.Certificate.SerialNumber, asOf));
        if (verified.Answer is not { } answer)
            return RevocationVerdict.Unknown(Of(verified.Failed));
        if (verified.Responder is { } responder && IsRevoked(certificate with { Facts = book[responder] }))
            return RevocationVerdict.Unknown(PathFinding.RevocationEvidenceNotAuthentic);
        return Of(answer, isFresh);
    }

    private RevocationVerdict Of(OcspAnswer answer, bool isFresh) => answer.Status switch
    {
        { Kind: OcspStatusKind.Revoked, RevokedAt: { } at, Reason: var reason } when isFresh || (at <= options.At && reason is not RevocationReason.CertificateHold) =>
            RevocationVerdict.Of(new RevokedEntry(default, at, reason), options.At, answer.ThisUpdate),
        _ when !isFresh => RevocationVerdict.Unknown(PathFinding.RevocationEvidenceNotFresh),
        { Kind: OcspStatusKind.Good } => RevocationVerdict.Good(answer.ThisUpdate),
        _ => RevocationVerdict.Unknown(PathFinding.RevocationNotKnownToResponder),
    };

    // What does not hold at the instant is looked at as of its own time, in case it says what is never taken back.
    private (bool IsFresh, DateTimeOffset AsOf) Freshness(OcspAnswer answer, IssuedCertificate certificate)
    {
        if (answer.ThisUpdate - options.At > Tolerance)
            return (answer.ThisUpdate <= certificate.Facts.Certificate.NotAfter || answer.ArchiveCutoff <= certificate.Facts.Certificate.NotAfter, answer.ThisUpdate);
        // RFC 6960 §4.2.2.1: newer knowledge is there at any time where no time is named; a day is what such an answer is worth here.
        var isCurrent = (answer.NextUpdate is { } next ? options.At - next : options.At - answer.ThisUpdate - TimeSpan.FromDays(1)) <= Tolerance;
        return (isCurrent, isCurrent ? options.At : answer.ThisUpdate);
    }

    // RFC 6960 §4.2.2.2.1: one that carries nocheck is trusted for its lifetime.
    private bool IsRevoked(IssuedCertificate responder) =>
        responder.Facts.Certificate.Extensions.Find(Oids.OcspNoCheck) is null && lists.Of(responder).State is RevocationState.Revoked;

    private static PathFinding Of(OcspCheck failed) => failed switch
    {
        OcspCheck.CriticalExtension => PathFinding.RevocationEvidenceMalformed,
        OcspCheck.ThisUpdate or OcspCheck.NextUpdate => PathFinding.RevocationEvidenceNotFresh,
        _ => PathFinding.RevocationEvidenceNotAuthentic,
    };

    private static ReadOnlySpan<byte> Serial(IssuedCertificate certificate) => certificate.Facts.Certificate.SerialNumber.Span;
}
