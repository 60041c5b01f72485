using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Sweeps;

/// <summary>Ends applications that were not fulfilled before their certificate expired and can give nothing any more (A3). Its expiry is recorded first.</summary>
public sealed class OvertakenSweep(ICommands commands, OvertakenReader overtaken) : ISweep
{
    public string Name => "overtaken-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var ended = 0;
        await foreach (var row in overtaken.All(cancellation).ConfigureAwait(false))
            ended += await End(row, asOf, cancellation).ConfigureAwait(false) ? 1 : 0;
        return ended;
    }

    private async Task<bool> End(OvertakenRow row, Instant asOf, CancellationToken cancellation)
    {
        var end = new EndOvertakenApplication(new CommandId($"{Name}:{row.Certificate}:{row.Application}"), new CertificateId(row.Certificate), row.Application, asOf);
        return await commands.Execute(end, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false };
    }
}
