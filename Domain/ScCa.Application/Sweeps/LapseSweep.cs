using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Sweeps;

/// <summary>Announces the lapse of idle applications and, a week later, lets them lapse (A3).</summary>
public sealed class LapseSweep(ICommands commands, DueIndexReader due, ViewRunner views) : ISweep
{
    public string Name => "lapses";

    public Task<int> Run(Instant asOf, CancellationToken cancellation) => DueRows.Settle(
        views,
        () => due.IdleUntil(Shanghai.DateOf(asOf), DueRows.BatchSize, cancellation),
        row => Settle(row, asOf, cancellation),
        cancellation);

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
