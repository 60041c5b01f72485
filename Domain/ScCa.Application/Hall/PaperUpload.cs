using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>Papers that an applicant uploads under his phone (A3).</summary>
public sealed class PaperUpload(ICommands commands, PersonalData personal, TextCatalog texts, IClock clock)
{
    /// <param name="digest">Of the file that was kept.</param>
    public async Task<Outcome<ApplicationReceipt>> Give(
        string commandId, string certificate, int application, string material, string digest, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, at, by) = (parsed.CommandId(commandId), parsed.CertificateId(certificate), parsed.Phone(phone));
        var which = parsed.Choice(material, MaterialId.Parse, "material");
        var of = parsed.Choice(digest, Digest.Parse, "material");
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var index = personal.IndexOf(by!);
        var provide = new ProvideMaterial(id, at, application, which!, of!, index, null, clock.GetCurrentInstant());
        return Taken.From(await commands.Execute(provide, CommandContext.Applicant(index.Value), cancellation).ConfigureAwait(false), at, texts);
    }
}
