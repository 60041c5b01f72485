using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>Papers as staff handle them: what came by post or over the counter is scanned, what was handed in is opened to be looked at (A7).</summary>
public sealed class PaperDesk(StaffGate gate, PaperStore papers, CommandExecutor executor, TextCatalog texts)
{
    /// <summary>Keeps the scan of a paper for a certificate's application.</summary>
    /// <param name="material">What paper it is: whose key it is kept under depends on it.</param>
    public async Task<Outcome<UploadedPaper>> Scan(string certificate, string material, ReadOnlyMemory<byte> content, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(PaperDesk), nameof(Scan), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, which) = (parsed.CertificateId(certificate), parsed.Choice(material, MaterialId.Parse, "material"));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        return await executor.State<Certificate>(id.Value, cancellation).ConfigureAwait(false) is KnownCertificate known
            ? await papers.Keep(PaperStore.KeyFor(known, which!), content, cancellation).ConfigureAwait(false)
            : RefusalText.From(Refuse.CertificateUnknown(), texts);
    }

    /// <summary>A paper of a certificate, by its digest.</summary>
    public async Task<Outcome<Material>> Open(string certificate, string digest, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(PaperDesk), nameof(Open), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, of) = (parsed.CertificateId(certificate), parsed.Choice(digest, Digest.Parse, "material"));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        return await papers.Open(id.Value, of!, cancellation).ConfigureAwait(false) is { } found
            ? found
            : RefusalText.From(RefuseInput.PaperNotThere(), texts);
    }
}
