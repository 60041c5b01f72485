using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>An ordered revocation is not to happen after all.</summary>
public sealed record DropRevocationOrder(CommandId Id, CertificateId Certificate, StaffId By, string Reason, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        IssuedCertificate { RevocationOrder: not null } when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        IssuedCertificate { RevocationOrder: not null } => new RevocationOrderDropped(By, Reason, At),
        _ => Refuse.RevocationNotOrdered(),
    };
}

public sealed record RevocationOrderDropped(StaffId By, string Reason, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { RevocationOrder: not null } c
        ? c with { RevocationOrder = null }
        : throw ImpossibleIn(state);
}
