using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>The platform's review did not let the account pass; it may be declared again (U4).</summary>
public sealed record RejectRoleAccount(
    CommandId Id, CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, RoleAccountName Account, string Reason, StaffId By, Instant At)
    : UnitCommand(Id, Unit, At)
{
    public override Decision<Unit> Decide(Unit state, PolicyBook policies) => state switch
    {
        UnregisteredUnit => Refuse.UnitUnknown(Unit),
        RegisteredUnit unit when (unit.On(Platform).Account(Kind) as PendingRoleAccount)?.Name != Account => Refuse.RoleAccountNotUnderReview(Kind, Account),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        _ => new RoleAccountRejected(Unit, Platform, Kind, Account, Reason, By, At),
    };
}

public sealed record RoleAccountRejected(
    CreditCode Unit, PlatformId Platform, RoleAccountKindId Kind, RoleAccountName Account, string Reason, StaffId By, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) =>
        RegisteredIn(state) is var unit && unit.On(Platform) is var standing && standing.Account(Kind) is PendingRoleAccount pending && pending.Name == Account
            ? unit.With(Platform, standing.With(Kind, new RejectedRoleAccount(Account, Reason)))
            : throw ImpossibleIn(state);
}
