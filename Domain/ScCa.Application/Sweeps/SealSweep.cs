using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;

namespace ScCa.Application.Sweeps;

/// <summary>Records the ends of seals (S6), as the expiry sweep does for certificates, and tells of those that their certificate outlives (S5).</summary>
public sealed class SealSweep(ICommands commands, DueIndexReader due, Reminders reminders) : ISweep
{
    public string Name => "seal-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var today = Shanghai.DateOf(asOf);
        var recorded = 0;
        await foreach (var row in due.SealsEndedBefore(today, cancellation).ConfigureAwait(false))
        {
            var expire = new ExpireSeals(new CommandId($"{Name}:{row.Certificate}:{SortKeys.Of(today)}"), new CertificateId(row.Certificate), asOf);
            if (await commands.Execute(expire, CommandContext.System(Name), cancellation).ConfigureAwait(false)
                is not Answer<Certificate>.Accepted { IsRepeat: false, State: IssuedCertificate certificate } accepted)
            {
                continue;
            }

            recorded++;
            var ended = Shanghai.DateOf(accepted.Events.OfType<SealExpired>().Max(e => e.At));
            if (ended < certificate.NotAfter)
                await Tell(certificate, ended, cancellation).ConfigureAwait(false);
        }

        return recorded;
    }

    private Task<bool> Tell(IssuedCertificate certificate, LocalDate ended, CancellationToken cancellation) => reminders.Send(
        $"{certificate.Id}-seals-ended-{SortKeys.Of(ended)}", certificate, "seals-expired", [("notAfter", SortKeys.Of(ended))], cancellation);
}
