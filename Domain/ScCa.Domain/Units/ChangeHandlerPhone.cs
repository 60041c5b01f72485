using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>
/// A handler acts under another phone from now on. <paramref name="Next"/> is he himself, sealed anew under the new phone's subject: a number that the
/// operator gives to somebody else later must not lead to him.
/// </summary>
public sealed record ChangeHandlerPhone(CommandId Id, CreditCode Unit, SubjectId Handler, Handler Next, HandlerEvidence Evidence, Instant At)
    : HandlerCommand(Id, Unit, Evidence, At)
{
    protected override Decision<Unit> Decide(RegisteredUnit unit) => unit.HandlerOf(Handler) switch
    {
        null => Refuse.HandlerNotAuthorized(),
        _ when unit.HandlerUnder(Next.PhoneIndex) is not null || unit.HandlerOf(Next.Subject) is not null => Refuse.HandlerAlreadyAuthorized(),
        { PhoneIndex: var phone } => new HandlerPhoneChanged(Unit, Handler, phone, Next, Evidence, At),
    };
}

/// <param name="Former">Who he was until now: subject and phone index under which nothing of the unit is shown any more.</param>
public sealed record HandlerPhoneChanged(
    CreditCode Unit, SubjectId Former, PhoneIndex FormerPhoneIndex, Handler Handler, HandlerEvidence Evidence, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) => RegisteredIn(state) is var unit && unit.HandlerOf(Former) is { } former && unit.HandlerOf(Handler.Subject) is null
        ? unit with { Handlers = unit.Handlers.Replace(former, Handler) }
        : throw ImpossibleIn(state);
}
