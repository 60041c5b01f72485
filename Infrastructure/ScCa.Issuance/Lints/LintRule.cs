using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Issuance.Lints;

/// <summary>What a lint asks for, and who says so.</summary>
/// <param name="Id">The lint's type name.</param>
/// <param name="Source">The clause.</param>
/// <param name="EffectiveFrom">It binds whatever is signed on or after this date.</param>
/// <param name="Uses">Which certificates it binds.</param>
internal sealed record LintRule(string Id, string Source, LocalDate EffectiveFrom, LintedUses Uses, string ZhCn, string En)
{
    /// <summary>The day on which RFC 5280 was published.</summary>
    public static LocalDate Rfc5280Published { get; } = new(2008, 5, 1);

    /// <summary>Rules of this house bind everything that it has ever signed.</summary>
    public static LocalDate HouseOpened { get; } = new(2025, 1, 1);

    public IssuanceFinding ToFinding() => new(Id, Source, ZhCn, En);
}
