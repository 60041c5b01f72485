using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>What became of a key.</summary>
public enum KeyLoss
{
    Lost,
    Damaged,
}

/// <summary>Reissue (补办): the key is lost or damaged; a new one with a new key pair, notAfter stays (C7).</summary>
public sealed record ReissueCertificate(CommandId Id, CertificateId Certificate, Applying Applying, KeyLoss Loss, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    protected override Operation Operation => Operation.Reissue;

    protected override Refusal? Ineligible(IssuedCertificate certificate) =>
        certificate.Current.IsValidAt(At) ? null : Refuse.ReissueNeedsValidCertificate(certificate.NotAfter);

    protected override OperationApplied Applied(int number, AppliedUnder under) => new ReissueApplied(number, under, Loss, At);
}

public sealed record ReissueApplied(int Application, AppliedUnder Under, KeyLoss Loss, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new ReissueRequest(Loss);
}

/// <summary>Fulfilled by the issue of a generation for the new key (C7).</summary>
public sealed record ReissueRequest(KeyLoss Loss) : Request
{
    public override Operation Operation => Operation.Reissue;

    public override bool NeedsValidCertificate => true;

    public RevocationReason Reason => Loss == KeyLoss.Lost ? RevocationReason.KeyCompromise : RevocationReason.Superseded;
}
