using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>The user base settings (用户基础设置) are complete and submitted: the unit has applied for its role account (D2).</summary>
public sealed record CompleteUserBaseSettings(CommandId Id, CreditCode Unit, PlatformId Platform, PhoneIndex By, Instant At)
    : DeclaredCommand(Id, Unit, Platform, By, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit, PlatformStanding standing, PlatformPolicy? policy) => standing switch
    {
        { RoleAuthenticatedOn: null } => Refuse.RoleAccountNotAppliedFor(),
        { UserBaseSettingsCompletedOn: { } date } => Refuse.UserBaseSettingsAlreadyCompleted(date),
        _ => new UserBaseSettingsCompleted(Unit, Platform, Today, At),
    };
}

public sealed record UserBaseSettingsCompleted(CreditCode Unit, PlatformId Platform, LocalDate On, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) =>
        RegisteredIn(state) is var unit && unit.On(Platform) is { RoleAuthenticatedOn: not null, UserBaseSettingsCompletedOn: null } standing
            ? unit.With(Platform, standing with { UserBaseSettingsCompletedOn = On })
            : throw ImpossibleIn(state);
}
