using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>The nightly sweep notes which seals have passed their end (S6), as it does for certificates (C9).</summary>
public sealed record ExpireSeals(CommandId Id, CertificateId Certificate, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        IssuedCertificate c when Ended(c).Any() => Record([.. Ended(c).Select(s => new SealExpired(s.Number, Shanghai.LastSecondOf(s.NotAfter)))]),
        _ => Refuse.NoSealToExpire(),
    };

    private IEnumerable<Seal> Ended(IssuedCertificate certificate) =>
        certificate.StandingSeals.Where(s => !s.IsExpiryRecorded && s.NotAfter < Shanghai.DateOf(At));
}

/// <summary>Effective at the seal's end, however late the sweep runs.</summary>
public sealed record SealExpired(int Seal, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate c && c.Seals.Any(s => s.Number == Seal)
        ? c with { Seals = [.. c.Seals.Select(s => s.Number == Seal ? s with { IsExpiryRecorded = true } : s)] }
        : throw ImpossibleIn(state);
}
