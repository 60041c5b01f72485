using ScCa.Application.Inputs;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>Who is to be certified, as it was filled in and read.</summary>
internal sealed record HolderFields(HolderKind Kind, CertificateName? UnitName, CreditCode? CreditCode, string? PersonName, string? IdNumber)
{
    // An unknown role is refused by its platform, not here: what is needed of a unit is asked for then.
    public static HolderFields Of(ApplyForm form, RolePolicy? role, Parsed parsed)
    {
        var kind = role?.Holder ?? HolderKind.Unit;
        var unit = kind == HolderKind.Unit || role is { BelongsToUnit: true } && !string.IsNullOrWhiteSpace(form.HolderName);
        return new HolderFields(
            kind,
            unit ? parsed.HolderName(form.HolderName) : null,
            unit ? parsed.CreditCode(form.CreditCode) : null,
            kind == HolderKind.Unit ? null : parsed.PersonName(form.PersonName),
            kind == HolderKind.Unit ? null : parsed.IdNumber(form.IdNumber));
    }
}
