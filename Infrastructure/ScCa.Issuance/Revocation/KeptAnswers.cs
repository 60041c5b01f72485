using System.Collections.Concurrent;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Pki.Ocsp;

namespace ScCa.Issuance.Revocation;

/// <summary>Signed answers by what was asked. Full, it begins anew: what is asked often is back at once.</summary>
internal sealed class KeptAnswers(int max)
{
    private readonly ConcurrentDictionary<OcspCertificateId, (OcspStatus Status, PublishedFile File, Instant Until)> answers = new();

    /// <summary>An answer that says the same status and is not used up yet.</summary>
    public PublishedFile? Find(OcspCertificateId id, OcspStatus status, Instant now) =>
        answers.TryGetValue(id, out var known) && known.Status == status && now < known.Until ? known.File : null;

    public void Keep(OcspCertificateId id, OcspStatus status, PublishedFile file, Instant until)
    {
        if (max == 0)
            return;
        if (answers.Count >= max)
            answers.Clear();
        // The bytes of the question are the caller's, and may be used again by him.
        answers[id with { Encoded = id.Encoded.ToArray() }] = (status, file, until);
    }
}
