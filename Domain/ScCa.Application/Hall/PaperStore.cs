using System.Collections.Immutable;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>A file as it was taken in, and the digest it is known by.</summary>
public sealed record UploadedPaper(string Digest);

/// <summary>
/// Keeps papers sealed under the key of whom they are about, and opens them again (A10): whom the certificate names, where it names a person; the handler, where
/// it names a unit, and for his own papers.
/// </summary>
public sealed class PaperStore(Materials materials, SubjectStates subjects, CommandExecutor executor, TextCatalog texts)
{
    private const int MegabytesMax = Materials.BytesMax / (1024 * 1024);

    internal static SubjectId KeyFor(KnownCertificate certificate, MaterialId material) =>
        certificate.Holder.NaturalPerson is { } person && !material.IsOfHandler ? person.Subject : certificate.Handler.Subject;

    internal async Task<Outcome<UploadedPaper>> Keep(SubjectId subject, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > Materials.BytesMax || PaperKind.Of(content.Span) is not { } mediaType)
            return RefusalText.From(RefuseInput.PaperNotTaken(MegabytesMax), texts);
        if (await subjects.WhyNotProcessed(subject, cancellation).ConfigureAwait(false) is { } stopped)
            return RefusalText.From(stopped, texts);
        var digest = await materials.Put(subject, content, mediaType, cancellation).ConfigureAwait(false);
        return new UploadedPaper(digest.Value);
    }

    /// <summary>The paper of a certificate with this digest; null where it was erased.</summary>
    internal async Task<Privacy.Material?> Open(string certificate, Digest digest, CancellationToken cancellation)
    {
        // Whoever handled the business when it was handed in may have it under his key; the handler may have changed since.
        foreach (var subject in await Subjects(certificate, cancellation).ConfigureAwait(false))
        {
            if (await materials.Open(subject, digest, cancellation).ConfigureAwait(false) is { } found)
                return found;
        }

        return null;
    }

    private async Task<ImmutableArray<SubjectId>> Subjects(string certificate, CancellationToken cancellation) =>
    [
        .. (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false)).SelectMany(e => e.Body switch
        {
            CertificateAppliedFor a => [a.Under.Applying.Handler.Subject, a.Holder.NaturalPerson?.Subject],
            OperationApplied a => [a.Under.Applying.Handler.Subject],
            HandlerChanged h => [h.Handler.Subject],
            _ => Array.Empty<SubjectId?>(),
        }).OfType<SubjectId>().Distinct(),
    ];
}
