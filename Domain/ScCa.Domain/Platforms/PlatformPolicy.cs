using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>A text in the two languages everything is shown in.</summary>
public sealed record LocalizedText(string ZhCn, string En);

/// <summary>A role that a holder may take on a platform.</summary>
public sealed record RolePolicy(RoleId Id, HolderKind Holder, LocalizedText Name);

/// <summary>One operation as a platform offers it to one holder kind at one stage (A5).</summary>
public sealed record ServicePolicy(
    Operation Operation,
    HolderKind Holder,
    Stage Stage,
    ImmutableArray<Channel> Channels,
    Verification Verification,
    int? PostedWithinWorkingDays);

/// <summary>Everything that differs between platforms, as data in effect from a date. Code never names a platform.</summary>
public sealed record PlatformPolicy(
    PlatformId Id,
    int Version,
    LocalDate EffectiveFrom,
    LocalizedText Name,
    ImmutableArray<string> Entries,
    ImmutableArray<RolePolicy> Roles,
    ImmutableArray<Term> Terms,
    ImmutableArray<ServicePolicy> Services,
    ImmutableArray<Tariff> Tariffs)
{
    public RolePolicy? Role(RoleId role) => Roles.FirstOrDefault(r => r.Id == role);

    public ServicePolicy? Service(Operation operation, HolderKind holder, Stage stage) =>
        Services.FirstOrDefault(s => s.Operation == operation && s.Holder == holder && s.Stage == stage);

    public Charge Charge(Operation operation, HolderKind holder, Term term) =>
        Tariffs.FirstOrDefault(t => t.Holder == holder)?.Charge(operation, term) ?? Platforms.Charge.Nothing;
}
