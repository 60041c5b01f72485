using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Reactions;

/// <summary>A compromised key does not wait for the night: the lists are issued at once (C7, C8).</summary>
public sealed class IssueListsAtOnce(IRevocationListPublisher lists, IClock clock) : IReaction
{
    public string Name => "issue-lists-at-once";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body is GenerationRevoked { Reason: RevocationReason.KeyCompromise }
        or CertificateRevoked { Reason: RevocationReason.KeyCompromise or RevocationReason.CaCompromise }
            ? lists.IssueNow(clock.GetCurrentInstant(), cancellation)
            : Task.CompletedTask;
}
