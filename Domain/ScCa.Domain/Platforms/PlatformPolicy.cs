using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>A text in the two languages everything is shown in.</summary>
public sealed record LocalizedText(string ZhCn, string En);

/// <summary>A role that a holder may take on a platform; an individual's may belong to a unit, which then pays for him (P1).</summary>
public sealed record RolePolicy(RoleId Id, HolderKind Holder, bool BelongsToUnit, LocalizedText Name);

/// <summary>A kind of paper that a platform asks for.</summary>
/// <param name="Download">The address that its form is offered at, where there is one.</param>
public sealed record MaterialPolicy(MaterialId Id, LocalizedText Name, string? Download = null);

/// <summary>A kind of account that a unit may have on a platform, to be bound before its key is posted.</summary>
public sealed record RoleAccountPolicy(RoleAccountKindId Id, LocalizedText Name);

/// <summary>One operation as a platform offers it to one holder kind at one stage, in its several ways (A5).</summary>
public sealed record ServicePolicy(Operation Operation, HolderKind Holder, Stage Stage, ImmutableArray<WayPolicy> Ways)
{
    public bool Offers(Channel channel) => Ways.Any(w => w.Channel == channel);

    public WayPolicy? Way(Channel channel, HandledBy handledBy) =>
        Ways.FirstOrDefault(w => w.Channel == channel && (w.HandledBy ?? handledBy) == handledBy);
}

/// <summary>What a platform does about seals (S1, S3, S8).</summary>
/// <param name="Format">The format that seals are made in from now on.</param>
public sealed record SealPolicy(SealCoupling Coupling, SealFormat Format);

/// <summary>Everything that differs between platforms, as data in effect from a date. Code never names a platform.</summary>
/// <param name="WindowList">The address that lists its windows, where they are not listed here.</param>
/// <param name="PostTo">Where papers are posted to, where that is a way.</param>
/// <param name="Region">The region that a New must name; null where none is asked for.</param>
public sealed record PlatformPolicy(
    PlatformId Id,
    int Version,
    LocalDate EffectiveFrom,
    LocalizedText Name,
    ImmutableArray<string> Entries,
    ImmutableArray<RolePolicy> Roles,
    ImmutableArray<Term> Terms,
    SealPolicy Seals,
    ImmutableArray<MaterialPolicy> Materials,
    ImmutableArray<WindowPolicy> Windows,
    ImmutableArray<RoleAccountPolicy> RoleAccounts,
    ImmutableArray<ServicePolicy> Services,
    ImmutableArray<Tariff> Tariffs,
    string? WindowList = null,
    LocalizedText? PostTo = null,
    RegionPolicy? Region = null)
{
    public RolePolicy? Role(RoleId role) => Roles.FirstOrDefault(r => r.Id == role);

    public WindowPolicy? Window(WindowId window) => Windows.FirstOrDefault(w => w.Id == window);

    public ServicePolicy? Service(Operation operation, HolderKind holder, Stage stage) =>
        Services.FirstOrDefault(s => s.Operation == operation && s.Holder == holder && s.Stage == stage);

    /// <summary>The price list for a holder kind; one that publishes nothing where there is none.</summary>
    public Tariff Tariff(HolderKind holder) => Tariffs.FirstOrDefault(t => t.Holder == holder) ?? Platforms.Tariff.Unpublished(holder);
}
