using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Domain.Units;

public abstract record UnitCommand(CommandId Id, CreditCode Unit, Instant At) : Command<Unit>(Id, At)
{
    public sealed override string StreamKey => Unit.Value;

    protected LocalDate Today => Shanghai.DateOf(At);
}

public abstract record UnitEvent(CreditCode Unit, Instant At) : Event<Unit>(At)
{
    /// <summary>The unit that the event is about; before its registration the event is impossible.</summary>
    protected RegisteredUnit RegisteredIn(Unit state) => state as RegisteredUnit ?? throw ImpossibleIn(state);

    protected Exception ImpossibleIn(Unit state) => ImpossibleEventException.For(this, state);
}
