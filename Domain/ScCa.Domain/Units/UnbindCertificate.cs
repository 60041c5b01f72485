using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>Unties a certificate from a platform's entry, so that another can be bound there (A11).</summary>
public sealed record UnbindCertificate(
    CommandId Id, CreditCode Unit, PlatformId Platform, RoleId Role, CertificateId Certificate, PhoneIndex By, Instant At)
    : DeclaredCommand(Id, Unit, Platform, By, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit, PlatformStanding standing, PlatformPolicy? policy) => standing.RoleOf(Certificate) switch
    {
        null => Refuse.CertificateNotBound(Role),
        { } other when other != Role => Refuse.CertificateBoundUnderAnotherRole(other),
        _ => new CertificateUnbound(Unit, Platform, Role, Certificate, At),
    };
}

public sealed record CertificateUnbound(CreditCode Unit, PlatformId Platform, RoleId Role, CertificateId Certificate, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) =>
        RegisteredIn(state) is var unit && unit.On(Platform) is var standing && standing.BoundUnder(Role)?.Certificate == Certificate
            ? unit.With(Platform, standing with { Bindings = standing.Bindings.Remove(Role.Value) })
            : throw ImpossibleIn(state);
}
