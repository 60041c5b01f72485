using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Sweeps;

/// <summary>Announces the lapse of idle applications and, a week later, lets them lapse (A3).</summary>
public sealed class LapseSweep(ICommands commands, DueIndexReader due) : ISweep
{
    public string Name => "lapses";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var settled = 0;
        await foreach (var row in due.IdleUntil(Shanghai.DateOf(asOf), cancellation).ConfigureAwait(false))
            settled += await Settle(row, asOf, cancellation).ConfigureAwait(false) ? 1 : 0;
        return settled;
    }

    private async Task<bool> Settle(IdleRow row, Instant asOf, CancellationToken cancellation)
    {
        var (certificate, dueOn) = (new CertificateId(row.Certificate), SortKeys.Of(row.DueOn));
        CertificateCommand command = row.IsAnnounced
            ? new LapseApplication(new CommandId($"lapse:{row.Certificate}:{row.Application}:{dueOn}"), certificate, row.Application, asOf)
            : new AnnounceLapse(new CommandId($"announce-lapse:{row.Certificate}:{row.Application}:{dueOn}"), certificate, row.Application, asOf);
        return await commands.Execute(command, CommandContext.System("lapse-sweep"), cancellation).ConfigureAwait(false)
            is Answer<Certificate>.Accepted { IsRepeat: false };
    }
}
