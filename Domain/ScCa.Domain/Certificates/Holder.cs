using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Certificates;

/// <summary>Whom the certificate names (证书持有人).</summary>
public abstract record Holder(RoleId Role)
{
    public abstract HolderKind Kind { get; }

    /// <summary>Whose account must pay: the index of the name that a payer's account must equal (P1).</summary>
    public abstract NameIndex Payer { get; }

    /// <summary>The natural person it names; null for a unit.</summary>
    public abstract Person? NaturalPerson { get; }

    /// <summary>The unit that the holder is, or belongs to; null for a person of his own.</summary>
    public abstract UnitName? Unit { get; }
}

/// <summary>An organisation's name and code, with the index that a payer's name is compared by.</summary>
public sealed record UnitName(CertificateName Name, NameIndex NameIndex, CreditCode CreditCode);

/// <summary>An organisation (单位/企业机构).</summary>
public sealed record UnitHolder(UnitName Self, RoleId Role) : Holder(Role)
{
    public override HolderKind Kind => HolderKind.Unit;

    public override NameIndex Payer => Self.NameIndex;

    public override Person? NaturalPerson => null;

    public override UnitName Unit => Self;
}

/// <summary>A person (个人); where he belongs to a unit, the unit pays for him.</summary>
public sealed record IndividualHolder(Person Person, UnitName? Employer, RoleId Role) : Holder(Role)
{
    public override HolderKind Kind => HolderKind.Individual;

    public override NameIndex Payer => Employer?.NameIndex ?? Person.NameIndex;

    public override Person NaturalPerson => Person;

    public override UnitName? Unit => Employer;
}

/// <summary>A bid-evaluation expert (评标专家), who pays for himself.</summary>
public sealed record ExpertHolder(Person Person, RoleId Role) : Holder(Role)
{
    public override HolderKind Kind => HolderKind.Expert;

    public override NameIndex Payer => Person.NameIndex;

    public override Person NaturalPerson => Person;

    public override UnitName? Unit => null;
}
