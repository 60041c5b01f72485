using ScCa.Application.Events;
using ScCa.Application.Messages;
using ScCa.Domain.Messages;

namespace ScCa.Application.Reactions;

/// <summary>Sends each requested message once; a failed one is left to the worker's retries, so that it holds up no other (A4).</summary>
public sealed class DeliverMessages(MessageSender sender) : IReaction
{
    public string Name => "deliver-messages";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body is MessageRequested requested
        ? sender.SendFirst(requested.Message, cancellation)
        : Task.CompletedTask;
}
