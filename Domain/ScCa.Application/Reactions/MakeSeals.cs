using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Issuing;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;

namespace ScCa.Application.Reactions;

/// <summary>A seal that was decided on is made: its structure is signed by the seal maker (S1, S2).</summary>
public sealed class MakeSeals(SealIssuer seals) : IReaction
{
    public string Name => "make-seals";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body is SealMade made
        ? seals.Make(new CertificateId(happened.StreamKey), made.Seal, CommandContext.System(Name) with { Causation = happened.Address }, cancellation)
        : Task.CompletedTask;
}
