using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>
/// The platform's review let the account pass (审核通过). <paramref name="Account"/> is the one that was judged: another may have been declared since.
/// </summary>
public sealed record ApproveRoleAccount(
    CommandId Id, CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, RoleAccountName Account, StaffId By, Instant At) : UnitCommand(Id, Unit, At)
{
    public override Decision<Unit> Decide(Unit state, PolicyBook policies) => state switch
    {
        UnregisteredUnit => Refuse.UnitUnknown(Unit),
        RegisteredUnit unit when (unit.On(Platform).Account(Kind) as PendingRoleAccount)?.Name != Account => Refuse.RoleAccountNotUnderReview(Kind, Account),
        _ => new RoleAccountApproved(Unit, Platform, Kind, Account, By, At),
    };
}

public sealed record RoleAccountApproved(
    CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, RoleAccountName Account, StaffId By, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) =>
        RegisteredIn(state) is var unit && unit.On(Platform) is var standing && standing.Account(Kind) is PendingRoleAccount pending && pending.Name == Account
            ? unit.With(Platform, standing.With(Kind, new ApprovedRoleAccount(Account)))
            : throw ImpossibleIn(state);
}
