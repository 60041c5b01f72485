using System.Collections.Immutable;
using NodaTime.Text;
using ScCa.Application.Ports;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>Every version of every platform as an operator reads it, and every fault; in values that policy files use.</summary>
public sealed record PolicyReport(ImmutableArray<PolicyVersionReport> Versions, ImmutableArray<PolicyFault> Faults)
{
    /// <summary>What ships and, where a folder is given, what is in it, drafts included.</summary>
    public static PolicyReport On(IPolicyFolder? folder)
    {
        try
        {
            var read = PolicySet.Read(folder is null ? [PolicySource.Shipped()] : [PolicySource.Shipped(), PolicySource.Of(folder)], withDrafts: true);
            return new PolicyReport([.. read.Versions.Select(PolicyVersionReport.Of)], read.Faults);
        }
        catch (PolicyInvalidException refused)
        {
            return new PolicyReport([], refused.Faults);
        }
    }
}

/// <param name="Digest">SHA-256 of the content, whatever its layout.</param>
public sealed record PolicyVersionReport(
    string File, string Platform, PolicyNameReport Name, int Version, string EffectiveFrom, bool Published, string Digest,
    ImmutableArray<PolicyServiceReport> Services, ImmutableArray<PolicyPriceReport> Prices)
{
    internal static PolicyVersionReport Of(PolicyVersion version)
    {
        var policy = version.Content.Expanded();
        return new PolicyVersionReport(
            version.File,
            policy.Id.Value,
            new PolicyNameReport(policy.Name.ZhCn, policy.Name.En),
            policy.Version,
            LocalDatePattern.Iso.Format(policy.EffectiveFrom),
            version.IsPublished,
            version.Digest.Value,
            [.. policy.Services.Select(PolicyServiceReport.Of)],
            [.. policy.Tariffs.SelectMany(PolicyPriceReport.Of)]);
    }
}

public sealed record PolicyNameReport(string ZhCn, string En);

public sealed record PolicyServiceReport(string Operation, string Holder, string Stage, ImmutableArray<PolicyWayReport> Ways)
{
    internal static PolicyServiceReport Of(ServicePolicy service) => new(
        PolicyWord.Of(service.Operation), PolicyWord.Of(service.Holder), PolicyWord.Of(service.Stage), [.. service.Ways.Select(PolicyWayReport.Of)]);
}

public sealed record PolicyWayReport(
    string Channel, string? HandledBy, string Intake, ImmutableArray<string> Verification, ImmutableArray<string> Materials, ImmutableArray<string> Payment,
    bool Reviewed)
{
    internal static PolicyWayReport Of(WayPolicy way) => new(
        PolicyWord.Of(way.Channel),
        way.HandledBy is { } handledBy ? PolicyWord.Of(handledBy) : null,
        PolicyWord.Of(way.Intake),
        [.. way.Verification.Select(PolicyWord.Of)],
        [.. way.Materials.Select(m => m.Value)],
        [.. way.Payment.Select(PolicyWord.Of)],
        way.Reviewed);
}

/// <param name="Item"><c>opening</c>, <c>annualService</c> and <c>seal</c> by the year, or an operation.</param>
/// <param name="Price">In yuan; null where none is published.</param>
/// <param name="WaivedFromYears">From how many years on it is not charged.</param>
public sealed record PolicyPriceReport(string Holder, string Item, string? Price, int? WaivedFromYears)
{
    internal static IEnumerable<PolicyPriceReport> Of(Tariff tariff)
    {
        var holder = PolicyWord.Of(tariff.Holder);
        yield return new PolicyPriceReport(holder, "opening", tariff.Opening?.Value, tariff.OpeningWaivedFrom?.Years);
        yield return new PolicyPriceReport(holder, "annualService", tariff.AnnualService?.Value, null);
        yield return new PolicyPriceReport(holder, "seal", tariff.Seal?.Value, null);
        foreach (var price in tariff.PerOperation)
            yield return new PolicyPriceReport(holder, PolicyWord.Of(price.Operation), price.Price?.Value, null);
    }
}
