using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;
using static ScCa.Application.Policies.PolicyCheck;

namespace ScCa.Application.Policies;

/// <summary>What the services of a policy must hold: that every way through them can be gone to its end.</summary>
internal static class ServiceCheck
{
    public static void Check(PolicyFaults faults, PolicyFile policy)
    {
        Each(policy.Services, "$.services", (service, path) => Service(faults, policy, service, path));
        Once(
            faults,
            from service in policy.Services
            from holder in service.Holders
            from stage in service.Stages
            select $"{PolicyWord.Of(service.Operation)}/{PolicyWord.Of(holder)}/{PolicyWord.Of(stage)}",
            "$.services");
    }

    /// <summary>What has no price as such: it is charged by years, by seals, or by both.</summary>
    public static bool IsChargedByYears(Operation operation) => operation is Operation.New or Operation.Renew or Operation.SealApply or Operation.SealRenew;

    private static void Service(PolicyFaults faults, PolicyFile policy, ServiceFile service, string path)
    {
        faults.Require(service.Holders.Length > 0, $"{path}.holders", "none");
        faults.Require(service.Stages.Length > 0, $"{path}.stages", "none");
        faults.Require(service.Ways.Length > 0, $"{path}.ways", "none");
        foreach (var holder in service.Holders)
        {
            faults.Require(policy.Roles.Any(r => r.Holder == holder), $"{path}.holders", "no-role", ("holder", PolicyWord.Of(holder)));
            faults.Require(policy.Tariffs.Any(t => t.Holder == holder), $"{path}.holders", "no-tariff", ("holder", PolicyWord.Of(holder)));
        }

        foreach (var stage in service.Stages)
        {
            faults.Require(
                StagesOf(service.Operation).Contains(stage), $"{path}.stages", "stage", ("operation", PolicyWord.Of(service.Operation)), ("stage", PolicyWord.Of(stage)));
        }

        // S1: where certificate and seal are one, a seal alone is neither applied for nor renewed.
        faults.Require(
            policy.Seals.Coupling != SealCoupling.Coupled || service.Operation is not (Operation.SealApply or Operation.SealRenew),
            $"{path}.operation", "coupled", ("operation", PolicyWord.Of(service.Operation)));
        Each(service.Ways, $"{path}.ways", (way, at) => Way(faults, policy, service, way, at));
        for (var i = 1; i < service.Ways.Length; i++)
            faults.Require(!service.Ways.Take(i).Any(w => AreTheSameToSomebody(w, service.Ways[i])), $"{path}.ways[{i}]", "same-way");
    }

    private static void Way(PolicyFaults faults, PolicyFile policy, ServiceFile service, WayFile way, string path)
    {
        var (materials, payment) = (way.Materials ?? [], way.Payment ?? []);
        Each(materials, $"{path}.materials", (material, at) =>
            faults.Require(policy.Materials.Any(m => m.Id == material), at, "no-material", ("material", material.Value)));
        Once(faults, materials, $"{path}.materials");
        Once(faults, payment, $"{path}.payment");
        Once(faults, way.Verification, $"{path}.verification");
        faults.Require(
            !payment.IsEmpty || !policy.Tariffs.Any(t => service.Holders.Contains(t.Holder) && Charges(t, service.Operation, policy.Seals.Coupling)),
            $"{path}.payment", "no-payment");
        faults.Require(way.Channel == Channel.Window || !way.Verification.Contains(Verification.OnSite), $"{path}.verification", "on-site");
        faults.Require(way.Channel == Channel.Window || !payment.Contains(PaymentMeans.Window), $"{path}.payment", "paid-at-window");
        faults.Require(
            !way.Verification.Contains(Verification.RealPerson) || way.HandledBy == HandledBy.LegalRepresentative, $"{path}.verification", "real-person");
        faults.Require(
            service.Operation != Operation.New || !way.Verification.Contains(Verification.KeySignature), $"{path}.verification", "no-key-yet");
        faults.Require(way.ReviewedWithinWorkingDays is null or > 0, $"{path}.reviewedWithinWorkingDays", "days");
        faults.Require(way.Reviewed || way.ReviewedWithinWorkingDays is null, $"{path}.reviewedWithinWorkingDays", "not-reviewed");
        if (way.Dispatch is { } dispatch)
            Dispatch(faults, policy, dispatch, $"{path}.dispatch");
    }

    private static void Dispatch(PolicyFaults faults, PolicyFile policy, DispatchFile dispatch, string path)
    {
        faults.Require(dispatch.WithinWorkingDays is null != dispatch.Weekly is null, path, "dispatch");
        faults.Require(dispatch.WithinWorkingDays is null or > 0, $"{path}.withinWorkingDays", "days");
        if (dispatch.Weekly is not { } weekly)
            return;
        // A parcel goes on a working day: a weekend's would wait for the next make-up Saturday.
        faults.Require(weekly.Day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday, $"{path}.weekly.day", "weekend");
        faults.Require(weekly.CutOff is not IsoDayOfWeek.None, $"{path}.weekly.cutOff", "no-weekday");
        faults.Require(!weekly.AwaitsRoleAccount || !policy.RoleAccounts.IsEmpty, $"{path}.weekly.awaitsRoleAccount", "no-role-accounts");
    }

    // C3, C6, C7, C8, C11, S3, S5, A9: what a certificate accepts on which side of its end.
    private static ImmutableArray<Stage> StagesOf(Operation operation) => operation switch
    {
        Operation.New => [Stage.BeforeIssue],
        Operation.Renew or Operation.Revoke or Operation.Unlock => [Stage.InValidity, Stage.Expired],
        _ => [Stage.InValidity],
    };

    private static bool AreTheSameToSomebody(WayFile one, WayFile other) =>
        one.Channel == other.Channel && (one.HandledBy is null || other.HandledBy is null || one.HandledBy == other.HandledBy);

    private static bool Charges(Tariff tariff, Operation operation, SealCoupling coupling) => operation switch
    {
        Operation.New => Costs(tariff.Opening) || Costs(tariff.AnnualService) || coupling != SealCoupling.None && Costs(tariff.Seal),
        Operation.Renew => Costs(tariff.AnnualService) || coupling == SealCoupling.Coupled && Costs(tariff.Seal),
        Operation.SealApply or Operation.SealRenew => Costs(tariff.Seal),
        _ => Costs(tariff.PerOperation.FirstOrDefault(p => p.Operation == operation)?.Price),
    };

    private static bool Costs(Money? price) => price is { Fen: > 0 };
}
