using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>What applicants upload: kept, and handed in. A file that is kept and never handed in goes with its subject.</summary>
public sealed class PaperUploads(ICommands commands, CommandExecutor executor, PaperStore papers, PersonalData personal, TextCatalog texts, IClock clock)
{
    /// <summary>Keeps a file, such as a seal's picture, before the application that it goes with.</summary>
    public async Task<Outcome<UploadedPaper>> Keep(string phone, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var number = parsed.Phone(phone);
        return parsed.Fault is { } fault
            ? RefusalText.From(fault, texts)
            : await papers.Keep(personal.SubjectOf(number!), content, cancellation).ConfigureAwait(false);
    }

    /// <summary>Keeps a paper and hands it in for an application.</summary>
    public async Task<Outcome<ApplicationReceipt>> Provide(
        string commandId, string certificate, int application, string material, string phone, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, at, by) = (parsed.CommandId(commandId), parsed.CertificateId(certificate), parsed.Phone(phone));
        var which = parsed.Choice(material, MaterialId.Parse, "material");
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var index = personal.IndexOf(by!);
        // Another person's paper is not kept for whoever merely knows the certificate's id; what is refused here is refused below by name.
        var key = await executor.State<Certificate>(at.Value, cancellation).ConfigureAwait(false) is KnownCertificate known && known.Open?.Handler.PhoneIndex == index
            ? PaperStore.KeyFor(known, which!)
            : personal.SubjectOf(by!);
        var kept = await papers.Keep(key, content, cancellation).ConfigureAwait(false);
        if (kept.IsRefused)
            return kept.Refusal;
        var provide = new ProvideMaterial(id, at, application, which!, Digest.Parse(kept.Value.Digest), index, null, clock.GetCurrentInstant());
        return Taken.From(await commands.Execute(provide, CommandContext.Applicant(index.Value), cancellation).ConfigureAwait(false), at, texts);
    }
}
