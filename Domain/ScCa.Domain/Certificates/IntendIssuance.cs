using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>Commits to a signature before it is made: nothing is ever signed that the history does not already know (C1).</summary>
public sealed record IntendIssuance(
    CommandId Id, CertificateId Certificate, SerialNumber Serial, Digest TbsDigest, string SigningKey, Validity Validity, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    /// <summary>The encryption certificate of the pair; null where the generation is one certificate.</summary>
    public EncryptionIntent? Encryption { get; init; }

    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => IssuancePlan.For(state, Validity.NotBefore) switch
    {
        { Refusal: { } refusal } => refusal,
        _ when IsUsed(state, Serial) => Refuse.SerialAlreadyUsed(Serial),
        _ when Encryption is { } pair && (pair.Serial == Serial || IsUsed(state, pair.Serial)) => Refuse.SerialAlreadyUsed(pair.Serial),
        // The state moved on between planning and committing: the bytes made for the old plan are worth nothing. So are bytes of
        // another day: notAfter counts from the date of issue (C2).
        { Plan: var plan } when plan!.Validity != Validity || Shanghai.DateOf(Validity.NotBefore) != Shanghai.DateOf(At) => Refuse.IssuancePlanOutdated(),
        { Plan: var plan } => Record(Intents(plan!)),
    };

    private Event<Certificate>[] Intents(IssuancePlan plan)
    {
        var signing = new IssuanceIntended(plan.Application, plan.Generation, Serial, TbsDigest, SigningKey, Validity, At);
        return Encryption is { } pair
            ? [signing, new EncryptionIntended(plan.Application, plan.Generation, pair.Serial, pair.TbsDigest, SigningKey, At)]
            : [signing];
    }

    private static bool IsUsed(Certificate state, SerialNumber serial) =>
        state is KnownCertificate known && known.BurnedSerials.Contains(serial)
        || state is HeldCertificate held && held.Generations.Any(g => g.Serials.Contains(serial));
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
