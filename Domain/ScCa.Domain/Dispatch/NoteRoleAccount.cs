using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The unit has applied for its role account; a parcel that awaits it is promised anew from there (D2).</summary>
public sealed record NoteRoleAccount(CommandId Id, CertificateId Certificate, LocalDate AppliedOn, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        KnownCertificate { RoleAccountAppliedOn: { } known } => Refuse.RoleAccountAlreadyNoted(known),
        KnownCertificate when AppliedOn > Shanghai.DateOf(At) => Refuse.RoleAccountInTheFuture(AppliedOn),
        KnownCertificate c => Noted(c, policies),
        _ => Refuse.CertificateUnknown(),
    };

    private Decision<Certificate> Noted(KnownCertificate certificate, PolicyBook policies)
    {
        var noted = new RoleAccountNoted(AppliedOn, At);
        return certificate.Parcel?.PromisedFrom(AppliedOn, policies.Calendar, At) is { } promised ? Record(noted, promised) : noted;
    }
}

public sealed record RoleAccountNoted(LocalDate AppliedOn, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate c and not RevokedCertificate
        ? c with { RoleAccountAppliedOn = AppliedOn }
        : throw ImpossibleIn(state);
}
