using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>A person may act for the unit from now on (授权经办人).</summary>
public sealed record AuthorizeHandler(CommandId Id, CreditCode Unit, Handler Handler, HandlerEvidence Evidence, Instant At)
    : HandlerCommand(Id, Unit, Evidence, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit) => unit switch
    {
        _ when unit.HandlerUnder(Handler.PhoneIndex) is not null || unit.HandlerOf(Handler.Subject) is not null => Refuse.HandlerAlreadyAuthorized(),
        _ => new HandlerAuthorized(Unit, Handler, Evidence, At),
    };
}

public sealed record HandlerAuthorized(CreditCode Unit, Handler Handler, HandlerEvidence Evidence, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) => RegisteredIn(state) is var unit && unit.HandlerOf(Handler.Subject) is null
        ? unit with { Handlers = unit.Handlers.Add(Handler) }
        : throw ImpossibleIn(state);
}
