using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>
/// The unit names its account of one kind on a platform (账号绑定); the platform reviews it. <paramref name="CheckReference"/> is the platform's own name
/// for its check of account and password, which was made before and outside: the password is nowhere in here.
/// </summary>
public sealed record DeclareRoleAccount(
    CommandId Id, CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, RoleAccountName Account, string CheckReference, PhoneIndex By, Instant At)
    : DeclaredCommand(Id, Unit, Platform, By, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit, PlatformStanding standing, PlatformPolicy? policy) => standing.Account(Kind) switch
    {
        PendingRoleAccount pending => Refuse.RoleAccountUnderReview(Kind, pending.Name),
        ApprovedRoleAccount approved => Refuse.RoleAccountAlreadyApproved(Kind, approved.Name),
        _ when policy is null => Refuse.PlatformNotServed(Platform),
        _ when !RoleAccountKinds.Of(policy).Contains(Kind) => Refuse.RoleAccountKindNotOffered(Kind, policy.Name),
        _ => new RoleAccountDeclared(Unit, Platform, Kind, Account, CheckReference, At),
    };
}

public sealed record RoleAccountDeclared(
    CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, RoleAccountName Account, string CheckReference, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) =>
        RegisteredIn(state) is var unit && unit.On(Platform) is var standing && standing.Account(Kind) is null or RejectedRoleAccount or AbsentRoleAccount
            ? unit.With(Platform, standing.With(Kind, new PendingRoleAccount(Account)))
            : throw ImpossibleIn(state);
}
