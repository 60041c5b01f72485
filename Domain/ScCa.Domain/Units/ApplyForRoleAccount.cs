using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>The unit's administrator has passed the platform's role authentication (角色认证): applying for role accounts has begun (D2).</summary>
public sealed record ApplyForRoleAccount(CommandId Id, CreditCode Unit, PlatformId Platform, PhoneIndex By, Instant At)
    : DeclaredCommand(Id, Unit, Platform, By, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit, PlatformStanding standing, PlatformPolicy? policy) => standing switch
    {
        { RoleAuthenticatedOn: { } date } => Refuse.RoleAccountAlreadyAppliedFor(date),
        _ when policy is null => Refuse.PlatformNotServed(Platform),
        _ when !RoleAccountKinds.Of(policy).Any() => Refuse.RoleAccountsNotOffered(policy.Name),
        _ => new RoleAccountAppliedFor(Unit, Platform, Today, At),
    };
}

public sealed record RoleAccountAppliedFor(CreditCode Unit, PlatformId Platform, LocalDate On, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) => RegisteredIn(state) is var unit && unit.On(Platform) is { RoleAuthenticatedOn: null } standing
        ? unit.With(Platform, standing with { RoleAuthenticatedOn = On })
        : throw ImpossibleIn(state);
}
