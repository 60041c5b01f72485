using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>A name in the two languages.</summary>
public sealed record OfferName(string ZhCn, string En)
{
    public string In(Texts.Language language) => language == Texts.Language.ZhCn ? ZhCn : En;

    internal static OfferName Of(LocalizedText text) => new(text.ZhCn, text.En);
}

/// <param name="Kind">What kind of holder takes the role, by the name of <see cref="HolderKind"/>.</param>
/// <param name="BelongsToUnit">Whether a person in this role belongs to a unit.</param>
public sealed record OfferRole(string Id, OfferName Name, string Kind, bool BelongsToUnit);

/// <summary>What a New and a Renew of this term cost, a coupled seal included.</summary>
public sealed record OfferTerm(int Years, string NewCharge, string RenewCharge);

/// <param name="Download">Where its form can be had, if anywhere.</param>
public sealed record OfferMaterial(string Id, OfferName Name, string? Download);

public sealed record OfferHours(LocalTime From, LocalTime Until);

/// <param name="Weekdays">Where none is named, it serves on working days.</param>
/// <param name="Hours">Where there are none, it is booked by date.</param>
public sealed record OfferWindow(string Id, OfferName Name, OfferName Address, ImmutableArray<IsoDayOfWeek> Weekdays, ImmutableArray<OfferHours> Hours);

/// <summary>One way in which an operation is served, everything by the names of the domain's own choices.</summary>
/// <param name="HandledBy">Who must handle it; null where either may.</param>
/// <param name="IsTakenByStaff">Whether only staff take it in, at a window or on the phone.</param>
/// <param name="IsPosted">Whether a key is posted, and an address needed.</param>
public sealed record OfferWay(
    string Channel, string? HandledBy, bool IsTakenByStaff, ImmutableArray<string> Verification, ImmutableArray<OfferMaterial> Materials,
    ImmutableArray<string> Payment, bool IsPosted)
{
    public bool NeedsKey => Verification.Contains(nameof(Domain.Platforms.Verification.KeySignature));
}

public sealed record OfferService(string Operation, string Stage, ImmutableArray<OfferWay> Ways);

/// <summary>What a platform offers to one kind of holder.</summary>
/// <param name="SealPrice">Of one seal for one year; null where none is published.</param>
public sealed record OfferKind(string Kind, ImmutableArray<OfferTerm> Terms, string? SealPrice, ImmutableArray<OfferService> Services)
{
    public OfferService? Service(string operation, string stage) => Services.FirstOrDefault(s => s.Operation == operation && s.Stage == stage);

    public OfferService? New => Service(nameof(Operation.New), nameof(Stage.BeforeIssue));

    /// <summary>Every operation, in the order of the glossary.</summary>
    public IEnumerable<string> Operations => Services.Select(s => s.Operation).Distinct(StringComparer.Ordinal);
}

/// <summary>A kind of account that a unit may have on a platform.</summary>
public sealed record OfferRoleAccount(string Id, OfferName Name);

/// <summary>The region that a New must name.</summary>
/// <param name="Label">What is asked.</param>
public sealed record OfferRegion(OfferName Label, ImmutableArray<OfferRegionChoice> Choices)
{
    public OfferName? Name(string region) => Choices.FirstOrDefault(c => c.Id == region)?.Name;
}

public sealed record OfferRegionChoice(string Id, OfferName Name);

/// <summary>A platform's entry in the hall.</summary>
/// <param name="Entries">Names it is also found by.</param>
/// <param name="Seals">How seals go with certificates, by the name of <see cref="SealCoupling"/>.</param>
public sealed record PlatformOffer(
    string Id, OfferName Name, ImmutableArray<string> Entries, ImmutableArray<OfferRole> Roles, ImmutableArray<OfferKind> Kinds, string Seals,
    ImmutableArray<OfferMaterial> Materials, ImmutableArray<OfferWindow> Windows, string? WindowList, OfferName? PostTo,
    ImmutableArray<OfferRoleAccount> RoleAccounts, OfferRegion? Region)
{
    public OfferKind? Kind(string? kind) => Kinds.FirstOrDefault(k => k.Kind == kind);

    public OfferMaterial? Material(string id) => Materials.FirstOrDefault(m => m.Id == id);

    public OfferWindow? Window(string? id) => Windows.FirstOrDefault(w => w.Id == id);

    internal static IReadOnlyList<PlatformOffer> Today(PolicyBook policies, LocalDate today) =>
    [
        .. policies.Policies.Select(p => p.Id).Distinct().Select(id => policies.InEffect(id, today)).OfType<PlatformPolicy>().Select(From),
    ];

    internal static OfferWay WayOf(WayPolicy way, PlatformPolicy policy) => new(
        way.Channel.ToString(), way.HandledBy?.ToString(), way.Intake == IntakeBy.Staff, [.. way.Verification.Select(v => v.ToString())],
        [.. way.Materials.Select(id => MaterialOf(policy.Materials.First(m => m.Id == id)))], [.. way.Payment.Select(p => p.ToString())], way.Dispatch is not null);

    private static PlatformOffer From(PlatformPolicy policy) => new(
        policy.Id.Value,
        OfferName.Of(policy.Name),
        policy.Entries,
        [.. policy.Roles.Select(r => new OfferRole(r.Id.Value, OfferName.Of(r.Name), r.Holder.ToString(), r.BelongsToUnit))],
        [.. policy.Roles.Select(r => r.Holder).Distinct().Order().Select(holder => KindOf(policy, holder))],
        policy.Seals.Coupling.ToString(),
        [.. policy.Materials.Select(MaterialOf)],
        [.. policy.Windows.Select(WindowOf)],
        policy.WindowList,
        policy.PostTo is { } postTo ? OfferName.Of(postTo) : null,
        [.. policy.RoleAccounts.Select(a => new OfferRoleAccount(a.Id.Value, OfferName.Of(a.Name)))],
        policy.Region is { } region
            ? new OfferRegion(OfferName.Of(region.Label), [.. region.Choices.Select(c => new OfferRegionChoice(c.Id.Value, OfferName.Of(c.Name)))])
            : null);

    private static OfferKind KindOf(PlatformPolicy policy, HolderKind holder)
    {
        var tariff = policy.Tariff(holder);
        var coupled = policy.Seals.Coupling == SealCoupling.Coupled ? 1 : 0;
        return new OfferKind(
            holder.ToString(),
            [.. policy.Terms.Select(t => new OfferTerm(t.Years, tariff.New(t, coupled).Total.Value, tariff.Renew(t, coupled).Total.Value))],
            tariff.Seal?.Value,
            [
                .. policy.Services.Where(s => s.Holder == holder).OrderBy(s => s.Operation)
                    .Select(s => new OfferService(s.Operation.ToString(), s.Stage.ToString(), [.. s.Ways.Select(w => WayOf(w, policy))])),
            ]);
    }

    private static OfferMaterial MaterialOf(MaterialPolicy material) => new(material.Id.Value, OfferName.Of(material.Name), material.Download);

    private static OfferWindow WindowOf(WindowPolicy window) => new(
        window.Id.Value, OfferName.Of(window.Name), OfferName.Of(window.Address), window.Weekdays, [.. window.Hours.Select(h => new OfferHours(h.From, h.Until))]);
}
