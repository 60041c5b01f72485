using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Sweeps;

/// <summary>Notes every expiry that has come about, once; it takes effect at notAfter (C9).</summary>
public sealed class ExpirySweep(ICommands commands, DueIndexReader due) : ISweep
{
    public const string SweepName = "expiries";

    // Part of the command ids that stand in the history.
    private const string CommandPrefix = "nightly-sweep";

    public string Name => SweepName;

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var noted = 0;
        await foreach (var row in due.ExpiredBefore(Shanghai.DateOf(asOf), cancellation).ConfigureAwait(false))
            noted += await Note(row, asOf, cancellation).ConfigureAwait(false) ? 1 : 0;
        return noted;
    }

    private async Task<bool> Note(ExpiryRow row, Instant asOf, CancellationToken cancellation)
    {
        var expire = new ExpireCertificate(
            new CommandId($"{CommandPrefix}:{row.Certificate}:{row.Generation}"), new CertificateId(row.Certificate), asOf);
        return await commands.Execute(expire, CommandContext.System(CommandPrefix), cancellation).ConfigureAwait(false)
            is Answer<Certificate>.Accepted { IsRepeat: false };
    }
}
