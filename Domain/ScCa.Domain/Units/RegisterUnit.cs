using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>A unit is seen for the first time (U1).</summary>
public sealed record RegisterUnit(CommandId Id, CreditCode Unit, CertificateName Name, Instant At) : UnitCommand(Id, Unit, At)
{
    public override Decision<Unit> Decide(Unit state, PolicyBook policies) => state switch
    {
        UnregisteredUnit => new UnitRegistered(Unit, Name, At),
        _ => Refuse.UnitAlreadyRegistered(Unit),
    };
}

public sealed record UnitRegistered(CreditCode Unit, CertificateName Name, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) => state is UnregisteredUnit ? new RegisteredUnit(Unit, Name) : throw ImpossibleIn(state);
}
