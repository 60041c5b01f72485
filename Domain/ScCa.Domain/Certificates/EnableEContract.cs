using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>EContractEnable (开通电子签约): lets contracts be signed with the certificate (A9).</summary>
public sealed record EnableEContract(CommandId Id, CertificateId Certificate, Applying Applying, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    protected override Operation Operation => Operation.EContractEnable;

    protected override Refusal? Ineligible(IssuedCertificate certificate) => certificate switch
    {
        { IsEContractEnabled: true } => Refuse.EContractAlreadyEnabled(),
        _ when !certificate.Current.IsValidAt(At) => Refuse.EContractNeedsValidCertificate(certificate.NotAfter),
        _ => null,
    };

    protected override OperationApplied Applied(int number, AppliedUnder under) => new EContractApplied(number, under, At);
}

public sealed record EContractApplied(int Application, AppliedUnder Under, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new EContractRequest();
}

public sealed record EContractRequest : DecidedRequest
{
    public override Operation Operation => Operation.EContractEnable;

    public override bool NeedsValidCertificate => true;

    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at) =>
        certificate.Current.IsValidAt(at)
            ? Fulfilled([new EContractEnabled(open.Number, at), .. Invoices.InvoicePromised.For(open.Number, open.Charge.Total, policies.Calendar, at)])
            : Refuse.EContractNeedsValidCertificate(certificate.NotAfter);
}

public sealed record EContractEnabled(int Application, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Open.Number: var open } certificate && open == Application
        ? certificate with { Open = null, IsEContractEnabled = true }
        : throw ImpossibleIn(state);
}
