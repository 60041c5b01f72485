using NodaTime;
using ScCa.Pki.Paths;
using ScCa.Seals.Documents;
using ScCa.Seals.Verification;

namespace ScCa.Composition.Authority;

/// <summary>One step of a verification.</summary>
/// <param name="Step">By the name of <see cref="SealStep"/>.</param>
/// <param name="Outcome">By the name of <see cref="StepOutcome"/>.</param>
/// <param name="Code">The number that vendors' interfaces answer with, where one is.</param>
public sealed record SealStepReport(
    string Step, string StepZhCn, string StepEn, string Outcome, string Finding, string FindingZhCn, string FindingEn, int? Code);

/// <summary>One signature, or a seal by itself.</summary>
/// <param name="Name">Its id in an OFD, its field in a PDF; empty elsewhere.</param>
/// <param name="Seal">The seal's name; null where there is none, or it cannot be read.</param>
public sealed record SealVerdictReport(
    string Name, bool IsValid, string? Seal, DateTimeOffset? SignedAt, bool IsTimeTrusted, string? FirstFailure, IReadOnlyList<SealStepReport> Steps);

/// <summary>What the verification of a file came to.</summary>
/// <param name="Kind"><c>ofd</c>, <c>pdf</c>, <c>seal</c> or <c>signature</c>.</param>
/// <param name="IsRevocationKnown">Whether lists or responses were given; without them nobody asked about revocation, and the steps say so.</param>
public sealed record SealReport(string Kind, bool IsValid, bool IsRevocationKnown, IReadOnlyList<SealVerdictReport> Signatures);

/// <summary>Verifies seals, seal signatures and sealed documents in files, step by step.</summary>
public static class SealVerifications
{
    /// <param name="contentFile">What a bare signature was put on; null elsewhere.</param>
    /// <exception cref="OperationRefusedException">A file cannot be read, or is none of what can be verified.</exception>
    public static SealReport Verify(string file, GivenTrust given, string? contentFile)
    {
        ArgumentNullException.ThrowIfNull(given);
        var bytes = GivenFile.Read(file);
        var kind = DocumentKinds.Of(bytes);
        var trust = TrustOf(given, GivenFile.At(given.At, SystemClock.Instance));
        return kind switch
        {
            DocumentKind.Ofd => Of(kind, SealedOfd.Verify(bytes, trust), file, given),
            DocumentKind.Pdf => Of(kind, SealedPdf.Verify(bytes, trust), file, given),
            DocumentKind.Signature => Of(kind, SealVerifier.VerifySignature(bytes, contentFile is null ? null : ProtectedContent.Of(GivenFile.Read(contentFile)), trust), given),
            _ => Of(DocumentKind.Seal, SealVerifier.VerifySeal(bytes, trust), given),
        };
    }

    /// <summary>Revocation is judged by what was given; where nothing was, the steps say that nobody could tell.</summary>
    internal static SealTrust TrustOf(GivenTrust given, DateTimeOffset now) => new(new PathJudge(given.Inputs()) { Demand = RevocationDemand.SoftFail }, now)
    {
        Policy = SealPolicy.Usual with { AcceptsUnknownRevocation = !given.HasEvidence },
    };

    private static SealReport Of(DocumentKind kind, SealedDocumentVerdict verdict, string file, GivenTrust given)
    {
        if (verdict.Refused is { } refused)
            throw new OperationRefusedException(new(refused.Refusal.ToString(), refused.ZhCn, refused.En, refused.Place ?? file), refused);
        return new(NameOf(kind), verdict.IsValid, given.HasEvidence, [.. verdict.Signatures.Select(signature => Of(signature.Name, signature.Verdict))]);
    }

    private static SealReport Of(DocumentKind kind, SealVerdict verdict, GivenTrust given) => new(NameOf(kind), verdict.IsValid, given.HasEvidence, [Of("", verdict)]);

    private static SealVerdictReport Of(string name, SealVerdict verdict) => new(
        name, verdict.IsValid, verdict.Seal?.Content.Property.Name, verdict.SignedAt, verdict.IsTimeTrusted, verdict.FirstFailure?.Step.ToString(),
        [.. verdict.Steps.Select(step => new SealStepReport(
            step.Step.ToString(), step.StepZhCn, step.StepEn, step.Outcome.ToString(), step.Finding.ToString(), step.FindingZhCn, step.FindingEn, (int?)step.Code))]);

    private static string NameOf(DocumentKind kind) => kind.ToString().ToLowerInvariant();
}
