using System.Collections.Immutable;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

/// <summary>What a verification came to: every step once, in their order.</summary>
public sealed record SealVerdict(ImmutableArray<SealStepResult> Steps)
{
    public bool IsValid => Steps.All(s => s.Outcome != StepOutcome.Failed);

    /// <summary>Null where everything is in order.</summary>
    public SealStepResult? FirstFailure => Steps.FirstOrDefault(s => s.Outcome == StepOutcome.Failed);

    public IEnumerable<SealStepResult> Failures => Steps.Where(s => s.Outcome == StepOutcome.Failed);

    /// <summary>Null where it could not be read, or a seal alone was verified.</summary>
    public SealSignature? Signature { get; init; }

    /// <summary>Null where it could not be read.</summary>
    public ElectronicSeal? Seal { get; init; }

    /// <summary>When the seal was used: the trusted time where there is one, else what the signer says; null where neither can be read.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Whether a timestamp that verifies stands behind <see cref="SignedAt"/>.</summary>
    public bool IsTimeTrusted { get; init; }

    public SealStepResult this[SealStep step] => Steps[(int)step];
}
