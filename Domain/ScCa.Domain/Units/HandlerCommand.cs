using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>A change of who may act for a unit: never on somebody's word alone (U2).</summary>
public abstract record HandlerCommand(CommandId Id, CreditCode Unit, HandlerEvidence Evidence, Instant At) : UnitCommand(Id, Unit, At)
{
    // Order is precedence: the first arm that matches is the answer given.
    public sealed override Decision<Unit> Decide(Unit state, PolicyBook policies) => state switch
    {
        UnregisteredUnit => Refuse.UnitUnknown(Unit),
        _ when Evidence is { Key: null, Staff: null } => Refuse.UnitHandlerNotProven(),
        _ when Evidence.Key is { } key && key.Holder != Unit => Refuse.KeyOfAnotherUnit(),
        RegisteredUnit unit => Decide(unit),
        _ => throw new InvalidOperationException("A unit of no known kind."),
    };

    protected abstract Decision<Unit> Decide(RegisteredUnit unit);
}
