using System.Collections.Immutable;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.Hall;

/// <summary>A file as it was taken in, and the digest it is known by.</summary>
public sealed record UploadedPaper(string Digest);

/// <summary>Keeps papers sealed under the key of whoever handles the business, and opens them again (A10).</summary>
public sealed class PaperStore(Materials materials, SubjectStates subjects, CommandExecutor executor, TextCatalog texts)
{
    private const int MegabytesMax = Materials.BytesMax / (1024 * 1024);

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
        // Whoever handled the business when it was handed in has it under his key; the handler may have changed since.
        foreach (var handler in await Handlers(certificate, cancellation).ConfigureAwait(false))
        {
            if (await materials.Open(handler, digest, cancellation).ConfigureAwait(false) is { } found)
                return found;
        }

        return null;
    }

    private async Task<ImmutableArray<SubjectId>> Handlers(string certificate, CancellationToken cancellation) =>
    [
        .. (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false)).Select(e => e.Body switch
        {
            OperationApplied a => a.Under.Applying.Handler.Subject,
            HandlerChanged h => h.Handler.Subject,
            _ => null,
        }).OfType<SubjectId>().Distinct(),
    ];
}
