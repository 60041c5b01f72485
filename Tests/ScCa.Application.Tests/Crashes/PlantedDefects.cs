using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.Units;
using NodaTime;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Its second half is named after when it comes, not after what it answers: repeated, it is another message.</summary>
internal sealed class NamedByTheMoment(ICommands real, IEventStore events) : ICommands
{
    public async Task<Answer<TState>> Execute<TState>(Command<TState> command, CommandContext context, CancellationToken cancellation) where TState : IEventSourced<TState>
    {
        var last = await events.LastPosition(cancellation);
        return command is RequestMessage request && request with { Id = new($"{request.Id}:{last}"), Message = new($"{request.Message}-at-{last}") } is Command<TState> renamed
            ? await real.Execute(renamed, context, cancellation)
            : await real.Execute(command, context, cancellation);
    }
}

/// <summary>Says that it is done before it is.</summary>
internal sealed class AcknowledgesFirst(IReaction real, IReactionCheckpoints checkpoints) : IReaction
{
    public string Name => real.Name;

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        await checkpoints.Save(Name, happened.Stored.Position, cancellation);
        await real.React(happened, cancellation);
    }
}

/// <summary>Confirms only what it has just counted: a claim that was counted before a crash is never confirmed.</summary>
internal sealed class ConfirmsAtOnce(ICommands commands, CommandExecutor executor, IClock clock) : IReaction
{
    public string Name => "count-claimed-transfers";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened.Body is not TransferClaimed claimed || await executor.State<Transfer>(claimed.Reference.Value, cancellation) is not ClaimedTransfer)
            return;
        var now = clock.GetCurrentInstant();
        var count = new CountTransfer(
            this.CommandFor(happened), claimed.Certificate, claimed.Application, claimed.Reference, claimed.Means, claimed.Payer, claimed.Amount, now);
        if (await commands.Execute(count, CommandContext.System(Name), cancellation) is Answer<Certificate>.Accepted { IsRepeat: false } counted)
        {
            var excess = counted.Events.OfType<TransferCounted>().Single().Excess;
            await commands.Execute(
                new ConfirmTransfer(this.CommandFor(happened), claimed.Reference, claimed.Certificate, claimed.Application, excess, now), CommandContext.System(Name), cancellation);
        }
    }
}

/// <summary>Takes what it finds of its work for all of it: of several certificates it stops after the first where a crash came between.</summary>
internal sealed class StopsAfterTheFirst(MoveHandlers real, CommandExecutor executor, SearchReader search) : IReaction
{
    public string Name => real.Name;

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened.Body is HandlerPhoneChanged moved && await IsBegun(moved, cancellation))
            return;
        await real.React(happened, cancellation);
    }

    private async Task<bool> IsBegun(HandlerPhoneChanged moved, CancellationToken cancellation)
    {
        foreach (var certificate in await search.Certificates(SearchView.ByCreditCode, moved.Unit.Value, cancellation))
        {
            if (await executor.State<Certificate>(certificate, cancellation) is KnownCertificate known && known.Handler.Subject == moved.Handler.Subject)
                return true;
        }

        return false;
    }
}
