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

public sealed record EContractRequest : Request
{
    public override Operation Operation => Operation.EContractEnable;

    internal override Decision<Certificate> Fulfil(Certificate certificate, OpenApplication open, PolicyBook policies, Instant at) => certificate switch
    {
        IssuedCertificate c when !c.Current.IsValidAt(at) => Refuse.EContractNeedsValidCertificate(c.NotAfter),
        _ => Fulfilled([new EContractEnabled(open.Number, at), .. Invoices.InvoicePromised.For(open.Number, open.Charge.Total, policies.Calendar, at)]),
    };
}

public sealed record EContractEnabled(int Application, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Open.Number: var open } certificate && open == Application
        ? certificate with { Open = null, IsEContractEnabled = true }
        : throw ImpossibleIn(state);
}
