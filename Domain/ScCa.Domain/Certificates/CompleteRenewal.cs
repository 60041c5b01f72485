using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>The assistant says that the new generation is on the key (C5).</summary>
public sealed record CompleteRenewal(CommandId Id, CertificateId Certificate, SerialNumber WrittenSerial, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        IssuedCertificate { Grant: { Generation: { } number } grant } c => c.Generations[number - 1].Serial == WrittenSerial
            ? new RenewalCompleted(grant.Application, number, At)
            : Refuse.AnotherGenerationWasWritten(WrittenSerial),
        _ => Refuse.NothingToWrite(),
    };
}

public sealed record RenewalCompleted(int Application, int Generation, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Grant.Generation: { } granted } certificate && granted == Generation
        ? certificate with { CurrentGeneration = Generation, Grant = null }
        : throw ImpossibleIn(state);
}
