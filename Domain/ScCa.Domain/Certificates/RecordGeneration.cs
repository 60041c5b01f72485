using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>The signature that was committed to has been made (C1).</summary>
public sealed record RecordGeneration(CommandId Id, CertificateId Certificate, SerialNumber Serial, Der Signed, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        KnownCertificate { Intent: { } intent } when intent.Serial == Serial =>
            new GenerationIssued(intent.Application, intent.Generation, Serial, intent.Validity, Signed, At),
        NotApplied => Refuse.CertificateUnknown(),
        _ => Refuse.SignatureNotIntended(Serial),
    };
}

public sealed record GenerationIssued(int Application, int Generation, SerialNumber Serial, Validity Validity, Der Certificate, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state switch
    {
        // A2: a New ends with its issue.
        RequestedCertificate { Open: not null, Intent: { } intent } c when Fulfils(intent) => new IssuedCertificate(c.Id, c.Platform, c.Holder)
        {
            Handler = c.Handler,
            Applications = c.Applications,
            BurnedSerials = c.BurnedSerials,
            Parcel = c.Parcel,
            Generations = [Issued],
            CurrentGeneration = Generation,
        },
        // C5: a renewed generation waits until the assistant has written it to the key.
        IssuedCertificate { Grant: { } grant, Intent: { } intent } c when Fulfils(intent) =>
            c with { Intent = null, Generations = c.Generations.Add(Issued), Grant = grant with { Generation = Generation } },
        _ => throw ImpossibleIn(state),
    };

    // C1: a signature that was not committed to never was this history's.
    private bool Fulfils(SigningIntent intent) =>
        intent.Application == Application && intent.Generation == Generation && intent.Serial == Serial;

    private Generation Issued => new(Generation, Serial, Validity, Certificate);
}
