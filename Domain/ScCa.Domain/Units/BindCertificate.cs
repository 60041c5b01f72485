using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>
/// Ties a certificate to a platform's entry for one role (证书绑定, A11). <paramref name="Holder"/> is whom the certificate names. After a renewal the same
/// certificate is bound again with its new serial.
/// </summary>
public sealed record BindCertificate(
    CommandId Id, CreditCode Unit, PlatformId Platform, RoleId Role, CertificateId Certificate, SerialNumber Serial, CreditCode Holder, PhoneIndex By, Instant At)
    : DeclaredCommand(Id, Unit, Platform, By, At)
{
    // A wrong entry is told before a wrong key: whoever stands at the wrong entry would otherwise be sent to look for another key.
    protected override Decision<Unit> Decide(RegisteredUnit unit, PlatformStanding standing, PlatformPolicy? policy) => standing.BoundUnder(Role) switch
    {
        _ when policy is null => Refuse.PlatformNotServed(Platform),
        _ when policy.Role(Role)?.Holder != HolderKind.Unit => Refuse.RoleNotOffered(Role, policy.Name),
        _ when Holder != Unit => Refuse.CertificateOfAnotherUnit(),
        _ when standing.RoleOf(Certificate) is { } other && other != Role => Refuse.CertificateBoundUnderAnotherRole(other),
        { Serial: var serial } bound when bound.Certificate != Certificate => Refuse.AnotherCertificateIsBound(Role, serial),
        { Serial: var serial } when serial == Serial => Refuse.CertificateAlreadyBound(Role, Serial),
        _ => new CertificateBound(Unit, Platform, Role, Certificate, Serial, At),
    };
}

public sealed record CertificateBound(
    CreditCode Unit, PlatformId Platform, RoleId Role, CertificateId Certificate, SerialNumber Serial, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) =>
        RegisteredIn(state) is var unit && unit.On(Platform) is var standing && (standing.BoundUnder(Role)?.Certificate ?? Certificate) == Certificate
            ? unit.With(Platform, standing with { Bindings = standing.Bindings.SetItem(Role.Value, new BoundCertificate(Certificate, Serial)) })
            : throw ImpossibleIn(state);
}
