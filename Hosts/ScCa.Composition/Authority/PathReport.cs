using ScCa.Pki.Paths;

namespace ScCa.Composition.Authority;

/// <summary>A certificate that is to be verified.</summary>
/// <param name="Purpose">One of <see cref="KeyPurposes.Names"/>, or an object identifier; null for any.</param>
/// <param name="IsStrict">That nothing is known of a certificate's revocation counts against it, for every certificate of the path.</param>
public sealed record PathQuestion(string File, GivenTrust Trust, string? Purpose, bool IsStrict);

/// <summary>One step at one certificate.</summary>
/// <param name="Step">By the name of <see cref="PathStep"/>.</param>
/// <param name="Depth">0 for the certificate that was asked about.</param>
/// <param name="ZhCn">Empty where it passed, like <paramref name="En"/>.</param>
public sealed record PathStepReport(string Step, int Depth, string Subject, bool IsPassed, string? Finding, string ZhCn, string En);

/// <summary>What is known of a certificate's revocation.</summary>
/// <param name="State">By the name of <see cref="RevocationState"/>.</param>
public sealed record RevocationReport(int Depth, string Subject, string State, DateTimeOffset? RevokedAt, string? Reason, DateTimeOffset? KnownAsOf);

/// <summary>What a verification came to.</summary>
/// <param name="Anchor">The root that was reached; null where none was.</param>
public sealed record PathReport(
    bool IsValid, DateTimeOffset At, string? Anchor, IReadOnlyList<string> Path, IReadOnlyList<PathStepReport> Steps, IReadOnlyList<RevocationReport> Revocation)
{
    /// <param name="hasEvidence">Whoever brings evidence wants to know: then what is unknown of the certificate itself counts against it.</param>
    internal static PathReport Of(PathResult result, PathOptions options, bool hasEvidence)
    {
        List<PathStepReport> steps = [.. result.Checks.Select(check => Of(check))];
        if (hasEvidence && result.IsValid && result.Revocation[0] is { State: RevocationState.Unknown, WhyUnknown: { } why })
        {
            steps.RemoveAll(step => step is { Depth: 0, Step: nameof(PathStep.Revocation) });
            steps.Add(Of(new PathCheck(PathStep.Revocation, 0, result.Path[0], why)));
        }

        return new(
            steps.All(step => step.IsPassed), options.At, result.Anchor?.Name.ToString(), [.. result.Path.Select(certificate => certificate.Subject.ToString())], steps,
            [.. result.Revocation.Select((verdict, depth) => Of(verdict, depth, result.Path[depth].Subject.ToString()))]);
    }

    private static PathStepReport Of(PathCheck check) => new(
        check.Step.ToString(), check.Depth, check.Certificate.Subject.ToString(), check.Finding is null, check.Finding?.ToString(), check.ZhCn, check.En);

    private static RevocationReport Of(RevocationVerdict verdict, int depth, string subject) =>
        new(depth, subject, verdict.State.ToString(), verdict.RevokedAt, verdict.Reason?.ToString(), verdict.KnownAsOf);
}
