using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>
/// A policy as people write it: a <see cref="PlatformPolicy"/> in which a service may name several holder kinds and stages, and in which what is usual is
/// left out. A published file keeps its form for ever: what is added here must be optional.
/// </summary>
/// <param name="Source">Where its facts come from, for its readers.</param>
internal sealed record PolicyFile(
    PlatformId Id,
    int Version,
    LocalDate EffectiveFrom,
    string Source,
    LocalizedText Name,
    ImmutableArray<string> Entries,
    ImmutableArray<RoleFile> Roles,
    ImmutableArray<Term> Terms,
    SealPolicy Seals,
    ImmutableArray<MaterialPolicy> Materials,
    ImmutableArray<WindowFile> Windows,
    ImmutableArray<RoleAccountPolicy> RoleAccounts,
    ImmutableArray<ServiceFile> Services,
    ImmutableArray<Tariff> Tariffs,
    string? WindowList = null,
    LocalizedText? PostTo = null,
    RegionPolicy? Region = null,
    [property: JsonPropertyName("$schema")] string? Schema = null)
{
    public PlatformPolicy Expanded() => new(
        Id,
        Version,
        EffectiveFrom,
        Name,
        Entries,
        [.. Roles.Select(r => new RolePolicy(r.Id, r.Holder, r.BelongsToUnit, r.Name))],
        Terms,
        Seals,
        Materials,
        [.. Windows.Select(w => w.Expanded())],
        RoleAccounts,
        [.. Services.SelectMany(s => s.Expanded())],
        Tariffs,
        WindowList,
        PostTo,
        Region);
}

internal sealed record RoleFile(RoleId Id, HolderKind Holder, LocalizedText Name, bool BelongsToUnit = false);

/// <param name="Hours">Such as <c>09:00-12:00</c>; the second time is the first at which it is closed.</param>
internal sealed record WindowFile(
    WindowId Id, LocalizedText Name, LocalizedText Address, ImmutableArray<string> Hours, ImmutableArray<IsoDayOfWeek>? Weekdays = null)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public WindowPolicy Expanded() => new(Id, Name, Address, Weekdays ?? [], [.. Hours.Select(h => Read(h)!)]);

    /// <summary>The hours that a text names; null where it names none.</summary>
    public static OpeningHours? Read(string text) =>
        text.Split('-') is [var from, var until] && Time.Parse(from) is { Success: true } first && Time.Parse(until) is { Success: true } last
            ? new OpeningHours(first.Value, last.Value)
            : null;
}

internal sealed record ServiceFile(
    Operation Operation, ImmutableArray<HolderKind> Holders, ImmutableArray<Stage> Stages, ImmutableArray<WayFile> Ways)
{
    public IEnumerable<ServicePolicy> Expanded()
    {
        ImmutableArray<WayPolicy> ways = [.. Ways.Select(w => w.Expanded())];
        return
            from holder in Holders
            from stage in Stages
            select new ServicePolicy(Operation, holder, stage, ways);
    }
}

internal sealed record WayFile(
    Channel Channel,
    IntakeBy Intake,
    ImmutableArray<Verification> Verification,
    HandledBy? HandledBy = null,
    ImmutableArray<MaterialId>? Materials = null,
    ImmutableArray<PaymentMeans>? Payment = null,
    bool Reviewed = true,
    int? ReviewedWithinWorkingDays = null,
    DispatchFile? Dispatch = null)
{
    public WayPolicy Expanded() => new(
        Channel,
        HandledBy,
        Intake,
        Verification,
        Materials ?? [],
        Payment ?? [],
        Reviewed,
        ReviewedWithinWorkingDays,
        Dispatch is { } dispatch ? new DispatchPolicy(dispatch.WithinWorkingDays, dispatch.Weekly) : null);
}

internal sealed record DispatchFile(int? WithinWorkingDays = null, WeeklyDispatch? Weekly = null);
