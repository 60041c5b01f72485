using NodaTime;
using ScCa.Application.Ports;
using ScCa.Application.Status;
using ScCa.Domain.Certificates;
using ScCa.Pki;
using ScCa.Pki.Ocsp;

namespace ScCa.Issuance.Revocation;

/// <summary>
/// Answers OCSP requests (RFC 6960, GM/T 0014) from what has happened. Answers to a request without a nonce are produced once and given again as long as the
/// status has not changed and half of their time is left: each is signed before it is asked for the second time, and none is ever older than a revocation.
/// </summary>
public sealed class OcspResponder(IReadOnlyList<StatusOffice> offices, ICertificateStatuses statuses, IClock clock, StatusOptions options)
{
    private readonly KeptAnswers kept = new(options.AnswersKept);

    public async ValueTask<PublishedFile> Answer(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        try
        {
            return await Answer(OcspRequest.From(request), cancellation).ConfigureAwait(false);
        }
        catch (PkiRefusedException)
        {
            return Refusing(OcspResponseStatus.MalformedRequest);
        }
        catch (StatusesBehindException)
        {
            return Refusing(OcspResponseStatus.TryLater);
        }
    }

    private async ValueTask<PublishedFile> Answer(OcspRequest request, CancellationToken cancellation)
    {
        if (request.HasUnknownCriticalExtension)
            return Refusing(OcspResponseStatus.MalformedRequest);
        // Whoever is asked first about answers for all: a request about several authorities' certificates has no one who could sign for them.
        if (offices.FirstOrDefault(office => office.OfIssuer.Issued(request.Ids[0])) is not { } office)
            return Refusing(OcspResponseStatus.Unauthorized);
        var now = clock.GetCurrentInstant();
        var standing = new OcspStatus[request.Ids.Count];
        for (var i = 0; i < standing.Length; i++)
            standing[i] = await StatusOf(office, request.Ids[i], cancellation).ConfigureAwait(false);
        var isKept = request.Nonce.IsEmpty && standing.Length == 1;
        if (isKept && kept.Find(request.Ids[0], standing[0], now) is { } earlier)
            return earlier;
        var made = Produce(office, request, standing, now);
        if (isKept)
            kept.Keep(request.Ids[0], standing[0], made, now + options.AnswerHolds / 2);
        return made;
    }

    private PublishedFile Produce(StatusOffice office, OcspRequest request, OcspStatus[] standing, Instant now)
    {
        var (at, until) = (now.ToDateTimeOffset(), (now + options.AnswerHolds).ToDateTimeOffset());
        // Nothing is forgotten here: status is known of everything that was ever issued (RFC 6960 §4.4.4).
        var answers = request.Ids.Select((id, i) => new OcspAnswer(id, standing[i], at, until, office.Issuer.NotBefore)).ToArray();
        var response = office.Sign(new OcspResponseContent(office.Id, at, answers, request.Nonce));
        return new PublishedFile(response, MediaTypes.OcspResponse, request.Nonce.IsEmpty ? now + options.AnswerHolds : null);
    }

    private async ValueTask<OcspStatus> StatusOf(StatusOffice office, OcspCertificateId id, CancellationToken cancellation)
    {
        if (!office.OfIssuer.Issued(id))
            return OcspStatus.Unknown;
        if (office.Ceremonial.Contains(Convert.ToHexString(id.SerialNumber.Span)))
            return OcspStatus.Good;
        if (SerialOf(id.SerialNumber.Span) is not { } serial || await statuses.Find(serial, cancellation).ConfigureAwait(false) is not { } status || status.SigningKey != office.IssuerKey)
            return OcspStatus.Unknown;
        return status.Revocation is { } revoked ? OcspStatus.Revoked(revoked.At.ToDateTimeOffset(), ListReasons.Of(revoked.Reason)) : OcspStatus.Good;
    }

    // What is no serial of ours is nobody's here.
    private static SerialNumber? SerialOf(ReadOnlySpan<byte> octets)
    {
        var number = octets.TrimStart((byte)0);
        if (octets[0] >= 0x80 || number.Length is 0 or > SerialNumber.MaxOctets)
            return null;
        return SerialNumber.Parse(Convert.ToHexString(number).TrimStart('0'));
    }

    private static PublishedFile Refusing(OcspResponseStatus status) => new(OcspResponse.Refusing(status), MediaTypes.OcspResponse, null);
}
