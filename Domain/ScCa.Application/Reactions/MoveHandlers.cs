using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Units;

namespace ScCa.Application.Reactions;

/// <summary>
/// A handler who acts for his unit under another phone takes along what he handles for it (U2): his open applications are shown under the new phone, and what is to
/// be told of his certificates is told there.
/// </summary>
public sealed class MoveHandlers(ICommands commands, CommandExecutor executor, SearchReader search, IClock clock) : IReaction
{
    public string Name => "move-handlers";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened?.Body is not HandlerPhoneChanged moved)
            return;
        await foreach (var certificate in search.AllCertificates(SearchView.ByPhone, moved.FormerPhoneIndex.Value, cancellation).ConfigureAwait(false))
        {
            var state = await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false);
            // What he handles for somebody else stays with the phone: this unit has no say in it.
            if (state is not KnownCertificate { Holder.Unit: { } unit } || unit.CreditCode != moved.Unit)
                continue;
            // Handled by somebody else since, it is refused and needs nothing more.
            await commands.Execute(
                new FollowHandler(this.CommandFor(happened), new CertificateId(certificate), moved.Former, moved.Handler, clock.GetCurrentInstant()),
                CommandContext.System(Name) with { Causation = happened.Address },
                cancellation).ConfigureAwait(false);
        }
    }
}
