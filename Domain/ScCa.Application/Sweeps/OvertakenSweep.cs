using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Sweeps;

/// <summary>Ends applications that were not fulfilled before their certificate expired and can give nothing any more (A3). Its expiry is recorded first.</summary>
public sealed class OvertakenSweep(ICommands commands, OvertakenReader overtaken, ViewRunner views) : ISweep
{
    public string Name => "overtaken-sweep";

    public Task<int> Run(Instant asOf, CancellationToken cancellation) => DueRows.Settle(
        views, () => overtaken.All(DueRows.BatchSize, cancellation), row => End(row, asOf, cancellation), cancellation);

    private async Task<bool> End(OvertakenRow row, Instant asOf, CancellationToken cancellation)
    {
        var end = new EndOvertakenApplication(new CommandId($"{Name}:{row.Certificate}:{row.Application}"), new CertificateId(row.Certificate), row.Application, asOf);
        return await commands.Execute(end, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false };
    }
}
