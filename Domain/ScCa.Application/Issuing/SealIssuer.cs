using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;

namespace ScCa.Application.Issuing;

/// <summary>
/// The signing protocol for seals, the same as for certificates (C1): built and checked; the intent becomes durable; only then the maker signs, and the result
/// is recorded. Killed anywhere, the next run gives up the intent without a result and makes the seal anew under another id.
/// </summary>
public sealed class SealIssuer(
    ICommands commands, CommandExecutor executor, ISealMaker maker, KeptCertificates kept, Materials materials, IClock clock)
{
    private const int AttemptsMax = 10;

    /// <summary>Makes the file of the seal; where it is made, was replaced meanwhile or can name nobody any more, there is nothing to do.</summary>
    public async Task Make(CertificateId certificate, int seal, CommandContext context, CancellationToken cancellation)
    {
        var file = SealFileId.Of(certificate, seal);
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            if (await executor.State<SealFile>(file.Value, cancellation).ConfigureAwait(false) is not UnsignedSeal unsigned)
                return;
            if (unsigned.Intent is { } orphan)
            {
                await commands.Execute(new AbandonSeal(IdOf(orphan.Seal, "abandon"), file, orphan.Seal, clock.GetCurrentInstant()), context, cancellation).ConfigureAwait(false);
                continue;
            }

            if (await Plan(certificate, seal, cancellation).ConfigureAwait(false) is not { } planned
                || await TryMake(file, planned, context, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StreamContendedException($"{SealFile.Category}-{file}");
    }

    // True where it came to an end: signed and recorded, or refused by the maker.
    private async Task<bool> TryMake(SealFileId file, (SealPlan Plan, Holder Holder) planned, CommandContext context, CancellationToken cancellation)
    {
        PreparedSeal prepared;
        try
        {
            prepared = await maker.Prepare(planned.Plan, cancellation).ConfigureAwait(false);
        }
        catch (SealMakingRefusedException refused)
        {
            // The same finding again is the same note.
            var note = new NoteSealRefusal(new CommandId($"seal:{file}:{refused.Finding.Id}"), file, refused.Finding.Id, clock.GetCurrentInstant());
            await commands.Execute(note, context, cancellation).ConfigureAwait(false);
            return true;
        }

        var id = new SealId(prepared.SealId);
        var intend = new IntendSeal(IdOf(id, "intend"), file, id, prepared.TbsDigest, prepared.SigningKey, clock.GetCurrentInstant());
        if (await commands.Execute(intend, context, cancellation).ConfigureAwait(false) is not Answer<SealFile>.Accepted)
            return false;
        var signed = await maker.Sign(prepared, cancellation).ConfigureAwait(false);
        var keep = await kept.Keep(planned.Holder, signed, cancellation).ConfigureAwait(false);
        var record = new RecordSeal(IdOf(id, "record"), file, id, keep, clock.GetCurrentInstant());
        return await commands.Execute(record, context, cancellation).ConfigureAwait(false) is Answer<SealFile>.Accepted;
    }

    private async Task<(SealPlan Plan, Holder Holder)?> Plan(CertificateId certificate, int number, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false) is not IssuedCertificate state
            || state.Seals.FirstOrDefault(s => s.Number == number) is not { Status: SealStatus.Standing } seal)
        {
            return null;
        }

        var generation = state.Generations[seal.Generation - 1];
        var signer = await kept.Open(state.Holder, generation.Certificate, cancellation).ConfigureAwait(false);
        var subject = await kept.SubjectOf(state.Holder, cancellation).ConfigureAwait(false);
        if (signer is null || subject is null)
            return null;
        var picture = await Picture(certificate, seal.Picture, cancellation).ConfigureAwait(false);
        return (new SealPlan(subject.Kind, seal.Format, subject.CommonName, subject.CreditCode, Shanghai.LastSecondOf(seal.NotAfter), signer, picture), state.Holder);
    }

    // A picture lies under whoever handed it in: one of those who have ever handled this certificate.
    private async Task<ReadOnlyMemory<byte>> Picture(CertificateId certificate, Digest picture, CancellationToken cancellation)
    {
        var events = await executor.Events<Certificate>(certificate.Value, cancellation).ConfigureAwait(false);
        foreach (var subject in events.SelectMany(e => EventSubjects.Of(e.Body)).Distinct().Reverse())
        {
            if (await materials.Open(subject, picture, cancellation).ConfigureAwait(false) is { } material)
                return material.Content;
        }

        return ReadOnlyMemory<byte>.Empty;
    }

    private static CommandId IdOf(SealId seal, string step) => new($"seal:{seal}:{step}");
}
