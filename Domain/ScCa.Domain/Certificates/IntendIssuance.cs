using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>Commits to a signature before it is made: nothing is ever signed that the history does not already know (C1).</summary>
public sealed record IntendIssuance(
    CommandId Id, CertificateId Certificate, SerialNumber Serial, Digest TbsDigest, string SigningKey, Validity Validity, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => IssuancePlan.For(state, Validity.NotBefore) switch
    {
        { Refusal: { } refusal } => refusal,
        _ when IsUsed(state) => Refuse.SerialAlreadyUsed(Serial),
        // The state moved on between planning and committing: the bytes made for the old plan are worth nothing. So are bytes of
        // another day: notAfter counts from the date of issue (C2).
        { Plan: var plan } when plan!.Validity != Validity || Shanghai.DateOf(Validity.NotBefore) != Shanghai.DateOf(At) => Refuse.IssuancePlanOutdated(),
        { Plan: var plan } => new IssuanceIntended(plan!.Application, plan.Generation, Serial, TbsDigest, SigningKey, Validity, At),
    };

    private bool IsUsed(Certificate state) =>
        state is KnownCertificate known && known.BurnedSerials.Contains(Serial)
        || state is HeldCertificate held && held.Generations.Any(g => g.Serial == Serial);
}

public sealed record IssuanceIntended(
    int Application, int Generation, SerialNumber Serial, Digest TbsDigest, string SigningKey, Validity Validity, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state switch
    {
        RequestedCertificate { Intent: null, Open.Number: var open } c when open == Application && Generation == 1 => c with { Intent = Intent },
        IssuedCertificate { Intent: null, Open: { Request: ReissueRequest } open } c
            when open.Number == Application && Generation == c.Generations.Length + 1 => c with { Intent = Intent },
        IssuedCertificate { Intent: null, Grant: { Generation: null } grant } c
            when grant.Application == Application && Generation == c.Generations.Length + 1 => c with { Intent = Intent },
        _ => throw ImpossibleIn(state),
    };

    private SigningIntent Intent => new(Application, Generation, Serial, TbsDigest, SigningKey, Validity);
}
