using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Units;

namespace ScCa.Application.Reactions;

/// <summary>A unit whose first certificate was approved is registered, with the handler whom the reviewer found in order.</summary>
public sealed class RegisterUnits(ICommands commands, CommandExecutor executor, IClock clock) : IReaction
{
    public string Name => "register-units";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened?.Body is not ApplicationApproved { Application: 1 } approved
            || await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false) is not KnownCertificate { Holder: UnitHolder holder } certificate)
        {
            return;
        }

        var unit = holder.Self;
        var context = CommandContext.System(Name) with { Causation = happened.Address };
        // Registered and authorised before, both are refused and need nothing more.
        await commands.Execute(new RegisterUnit(this.CommandFor(happened), unit.CreditCode, unit.Name, clock.GetCurrentInstant()), context, cancellation).ConfigureAwait(false);
        var authorize = new AuthorizeHandler(
            new CommandId($"{this.CommandFor(happened)}:handler"), unit.CreditCode, certificate.Handler, HandlerEvidence.By(approved.By), clock.GetCurrentInstant());
        await commands.Execute(authorize, context, cancellation).ConfigureAwait(false);
    }
}
