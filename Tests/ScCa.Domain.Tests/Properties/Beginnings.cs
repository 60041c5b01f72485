using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;

namespace ScCa.Domain.Tests.Properties;

/// <summary>The ways in which a walk may begin.</summary>
internal static class Beginnings
{
    public static Command<Certificate> Of(Instant at, Choices choices) => choices.Weighted<Func<Command<Certificate>>>(
        (6, () => Commands.Apply(at)),
        (3, () => Commands.Apply(at, TestPolicies.Unpriced)),
        (1, () => Commands.Apply(at, TestPolicies.NewOnly)),
        (4, () => StepCommands.ApplyTo(StepPolicies.Papers, at: at)),
        (4, () => StepCommands.ApplyTo(StepPolicies.Papers, handledBy: HandledBy.LegalRepresentative, at: at)),
        (4, () => StepCommands.ApplyTo(StepPolicies.Papers, Channel.Window, window: StepPolicies.South, at: at)),
        (2, () => StepCommands.ApplyTo(StepPolicies.EveryProof, at: at) with { Region = StepPolicies.North }),
        (3, () => StepCommands.ApplyTo(StepPolicies.Weekly, seals: 1, at: at)),
        (2, () => StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.South, at, seals: 1)),
        (1, () => StepCommands.ApplyTo(StepPolicies.Persons, holder: StepLives.MemberHolder, seals: 1, at: at)),
        (1, () => StepCommands.ApplyTo(StepPolicies.Persons, holder: StepLives.FreelanceHolder, at: at)),
        (1, () => StepCommands.ApplyTo(StepPolicies.Persons, holder: StepLives.ExpertHolder, at: at)),
        (12, () => OperationCommands.Apply(at, OperationPolicies.Full, seals: choices.Int(2))),
        (7, () => OperationCommands.Apply(at, OperationPolicies.Coupled, seals: 1)),
        (5, () => OperationCommands.Apply(at, OperationPolicies.Dear, seals: choices.Int(2))),
        (3, () => OperationCommands.Apply(at, OperationPolicies.Unpublished, seals: choices.Int(2))))();
}
