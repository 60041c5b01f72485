using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>The unit has no account of this kind, which is as good an answer as any (无账号).</summary>
public sealed record DeclareNoRoleAccount(CommandId Id, CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, PhoneIndex By, Instant At)
    : DeclaredCommand(Id, Unit, Platform, By, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit, PlatformStanding standing, PlatformPolicy? policy) => standing.Account(Kind) switch
    {
        PendingRoleAccount pending => Refuse.RoleAccountUnderReview(Kind, pending.Name),
        ApprovedRoleAccount approved => Refuse.RoleAccountAlreadyApproved(Kind, approved.Name),
        AbsentRoleAccount => Refuse.NoRoleAccountAlreadyDeclared(Kind),
        _ when policy is null => Refuse.PlatformNotServed(Platform),
        _ when !RoleAccountKinds.Of(policy).Contains(Kind) => Refuse.RoleAccountKindNotOffered(Kind, policy.Name),
        _ => new NoRoleAccountDeclared(Unit, Platform, Kind, At),
    };
}

public sealed record NoRoleAccountDeclared(CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) =>
        RegisteredIn(state) is var unit && unit.On(Platform) is var standing && standing.Account(Kind) is null or RejectedRoleAccount
            ? unit.With(Platform, standing.With(Kind, new AbsentRoleAccount()))
            : throw ImpossibleIn(state);
}
