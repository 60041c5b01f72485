using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>What a unit says for itself on a platform, by one of its handlers under his phone (U2).</summary>
public abstract record DeclaredCommand(CommandId Id, CreditCode Unit, PlatformId Platform, PhoneIndex By, Instant At) : UnitCommand(Id, Unit, At)
{
    // Order is precedence: the first arm that matches is the answer given.
    public sealed override Decision<Unit> Decide(Unit state, PolicyBook policies) => state switch
    {
        RegisteredUnit unit when unit.HandlerUnder(By) is null => Refuse.UnitUnderAnotherPhone(),
        RegisteredUnit unit => Decide(unit, unit.On(Platform), policies?.InEffect(Platform, Today)),
        _ => Refuse.UnitUnknown(Unit),
    };

    /// <param name="policy">The platform's policy in effect; null where the platform is not served.</param>
    protected abstract Decision<Unit> Decide(RegisteredUnit unit, PlatformStanding standing, PlatformPolicy? policy);
}
