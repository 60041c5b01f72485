using NodaTime;

namespace ScCa.Application.Ports;

/// <summary>A file that anybody may fetch, and until when a copy of it may be served.</summary>
public sealed record PublishedFile(ReadOnlyMemory<byte> Bytes, string MediaType, Instant? FreshUntil);

/// <summary>
/// What relying parties ask the authority over HTTP: status, lists, certificates and time. What is malformed is answered in the protocol's own words, never with
/// an exception. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface IRevocationServices
{
    /// <summary>RFC 6960: the answer to one request. It says revoked from the first request after the answer of the command that revoked.</summary>
    ValueTask<PublishedFile> AnswerOcsp(ReadOnlyMemory<byte> request, CancellationToken cancellation);

    /// <summary>The list that was issued last: whole, or a part or delta by its name; null where there is none of this name.</summary>
    /// <exception cref="RevocationListDamagedException">It is not there as it was issued; the next run that issues lists makes it anew.</exception>
    ValueTask<PublishedFile?> RevocationList(string name, CancellationToken cancellation);

    /// <summary>The certificate of an authority by its name; null where there is none.</summary>
    ValueTask<PublishedFile?> AuthorityCertificate(string name, CancellationToken cancellation);

    /// <summary>RFC 3161: a timestamp, or the refusal in the protocol's words.</summary>
    ValueTask<PublishedFile> AnswerTimestamp(ReadOnlyMemory<byte> request, CancellationToken cancellation);
}
