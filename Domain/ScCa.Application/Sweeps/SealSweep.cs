using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;

namespace ScCa.Application.Sweeps;

/// <summary>Records the ends of seals (S6), as the expiry sweep does for certificates; who is to be told of them follows from what is recorded (S5).</summary>
public sealed class SealSweep(ICommands commands, DueIndexReader due) : ISweep
{
    public string Name => "seal-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var today = Shanghai.DateOf(asOf);
        var recorded = 0;
        await foreach (var row in due.SealsEndedBefore(today, cancellation).ConfigureAwait(false))
        {
            var expire = new ExpireSeals(new CommandId($"{Name}:{row.Certificate}:{SortKeys.Of(today)}"), new CertificateId(row.Certificate), asOf);
            recorded += await commands.Execute(expire, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false } ? 1 : 0;
        }

        return recorded;
    }
}
