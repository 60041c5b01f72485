using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Sweeps;

/// <summary>
/// Notes every expiry that has come about by a date, once (C9). Late or early, run twice or killed half-way, it leaves the same events: the command's id
/// names the generation, and the event takes effect at notAfter.
/// </summary>
public sealed class NightlySweep(ICommands commands, DueIndexReader due, ViewRunner views)
{
    private const string Name = "nightly-sweep";
    private const int BatchSize = 500;

    /// <summary>Sweeps as of an instant; answers with the number of expiries noted.</summary>
    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var noted = 0;
        await views.CatchUp(cancellation).ConfigureAwait(false);
        while (await due.ExpiredBefore(Shanghai.DateOf(asOf), BatchSize, cancellation).ConfigureAwait(false) is { Count: > 0 } expired)
        {
            var before = noted;
            foreach (var row in expired)
                noted += await Note(row, asOf, cancellation).ConfigureAwait(false);
            await views.CatchUp(cancellation).ConfigureAwait(false);
            // Rows that no command can settle would come back for ever: they wait for the next night.
            if (noted == before)
                break;
        }

        return noted;
    }

    private async Task<int> Note(ExpiryRow row, Instant asOf, CancellationToken cancellation)
    {
        var expire = new ExpireCertificate(
            new CommandId($"{Name}:{row.Certificate}:{row.Generation}"), new CertificateId(row.Certificate), asOf);
        var answer = await commands.Execute(expire, CommandContext.System(Name), cancellation).ConfigureAwait(false);
        return answer is Answer<Certificate>.Accepted { IsRepeat: false } ? 1 : 0;
    }
}
