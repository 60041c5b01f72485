using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain.Authorities;
using ScCa.Issuance.Timestamps;
using ScCa.Pki;
using ScCa.Pki.Certificates;
using ScCa.Pki.Timestamps;

namespace ScCa.Issuance.Revocation;

/// <summary>What relying parties ask of the authority, behind one port.</summary>
/// <param name="listed">The names of the authorities whose lists are issued from the history.</param>
/// <param name="certificates">Every authority's certificate by the name it is served under.</param>
public sealed class AuthorityServices(
    IReadOnlyList<string> listed, IReadOnlyDictionary<string, PkiCertificate> certificates, OcspResponder responder, RevocationListFolder lists,
    RootListShelf rootLists, IReadOnlyList<TimestampOffice> timestamps, CommandExecutor executor) : IRevocationServices
{
    private const string DeltaSuffix = "-delta";

    public ValueTask<PublishedFile> AnswerOcsp(ReadOnlyMemory<byte> request, CancellationToken cancellation) => responder.Answer(request, cancellation);

    // Only names of ours: what else is asked for never becomes a path.
    public async ValueTask<PublishedFile?> RevocationList(string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (listed.FirstOrDefault(issuer => name == issuer || name == issuer + DeltaSuffix) is not { } known)
            return rootLists.Find(name);
        var state = await executor.State<RevocationListSeries>(RevocationListId.Of(known).Value, cancellation).ConfigureAwait(false);
        var (kind, current) = name == known ? (RevocationListIssuer.Whole, state.Whole) : (RevocationListIssuer.Delta, state.Delta);
        return current is null ? null : new PublishedFile(
            await lists.Read(RevocationListId.Of(known, kind), current, cancellation).ConfigureAwait(false), MediaTypes.RevocationList, current.NextUpdate);
    }

    public ValueTask<PublishedFile?> AuthorityCertificate(string name, CancellationToken cancellation) => new(
        certificates.TryGetValue(name, out var certificate) ? new PublishedFile(certificate.Encoded, MediaTypes.Certificate, null) : null);

    public ValueTask<PublishedFile> AnswerTimestamp(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        var imprint = ImprintOf(request);
        var office = timestamps.FirstOrDefault(t => t.SuitsBest(imprint)) ?? (timestamps.Count > 0 ? timestamps[0] : null);
        var answer = office?.Answer(request) ?? TimestampResponse.Rejecting(TimestampFailures.SystemFailure, "本机构不提供时间戳。", "No timestamps are given here.");
        return new(new PublishedFile(answer.Encode(), MediaTypes.TimestampReply, null));
    }

    // What is no request is rejected by whichever authority is asked.
    private static MessageImprint? ImprintOf(ReadOnlyMemory<byte> request)
    {
        try
        {
            return TimestampRequest.From(request).Imprint;
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }
}
