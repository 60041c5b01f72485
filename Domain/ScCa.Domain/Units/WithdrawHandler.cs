using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>A person may no longer act for the unit.</summary>
public sealed record WithdrawHandler(CommandId Id, CreditCode Unit, SubjectId Handler, HandlerEvidence Evidence, Instant At)
    : HandlerCommand(Id, Unit, Evidence, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit) => unit.HandlerOf(Handler) switch
    {
        null => Refuse.HandlerNotAuthorized(),
        _ when unit is { Handlers: [_], IsRepresented: true } => Refuse.LastHandlerStays(),
        { PhoneIndex: var phone } => new HandlerWithdrawn(Unit, Handler, phone, Evidence, At),
    };
}

/// <param name="PhoneIndex">The index under which he acted, and under which the unit is no longer shown.</param>
public sealed record HandlerWithdrawn(CreditCode Unit, SubjectId Handler, PhoneIndex PhoneIndex, HandlerEvidence Evidence, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) => RegisteredIn(state) is var unit && unit.HandlerOf(Handler) is { } handler
        ? unit with { Handlers = unit.Handlers.Remove(handler) }
        : throw ImpossibleIn(state);
}
