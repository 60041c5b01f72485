using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Units;

/// <summary>The unit goes by another name, which a Change has put on one of its certificates (U1).</summary>
public sealed record RenameUnit(CommandId Id, CreditCode Unit, CertificateName Name, Instant At) : UnitCommand(Id, Unit, At)
{
    public override Decision<Unit> Decide(Unit state, PolicyBook policies) => state switch
    {
        RegisteredUnit unit when unit.Name == Name => Refuse.UnitNameIsTheSame(),
        RegisteredUnit => new UnitRenamed(Unit, Name, At),
        _ => Refuse.UnitUnknown(Unit),
    };
}

public sealed record UnitRenamed(CreditCode Unit, CertificateName Name, Instant At) : UnitEvent(Unit, At)
{
    public override Unit Evolve(Unit state) => RegisteredIn(state) is var unit && unit.Name != Name ? unit with { Name = Name } : throw ImpossibleIn(state);
}
