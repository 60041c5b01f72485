using ScCa.Domain.Platforms;

namespace ScCa.Domain.Certificates;

/// <summary>Whom the certificate names (证书持有人).</summary>
public abstract record Holder(RoleId Role)
{
    public abstract HolderKind Kind { get; }

    /// <summary>The name that the certificate carries and that a payer's account must equal (P1).</summary>
    public abstract CertificateName CertificateName { get; }
}

/// <summary>An organisation (单位/企业机构).</summary>
public sealed record UnitHolder(CertificateName Name, CreditCode CreditCode, RoleId Role) : Holder(Role)
{
    public override HolderKind Kind => HolderKind.Unit;

    public override CertificateName CertificateName => Name;
}
