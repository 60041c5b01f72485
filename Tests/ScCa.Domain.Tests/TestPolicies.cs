using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Tests;

/// <summary>The data that the decisions here read, in code: government procurement in two versions, and platforms that lack what it has.</summary>
internal static class TestPolicies
{
    public static readonly PlatformId Gov = new("gov-procurement");

    /// <summary>Publishes no prices (P2).</summary>
    public static readonly PlatformId Unpriced = new("unpriced");

    /// <summary>Offers New alone, posts nothing, and knows a role that only an expert may take.</summary>
    public static readonly PlatformId NewOnly = new("new-only");

    /// <summary>Offers a unit nothing before issue.</summary>
    public static readonly PlatformId NoNew = new("no-new");

    public static readonly PlatformId Unserved = new("unserved");

    public static readonly RoleId Supplier = new("supplier");
    public static readonly RoleId Judge = new("judge");

    public static readonly LocalDate SecondVersionFrom = new(2026, 2, 1);

    public static readonly LocalizedText GovName = new("四川省政府采购一体化平台", "Sichuan Government Procurement Platform");

    private static readonly Tariff GovTariff = new(HolderKind.Unit, Money.FromYuan(100), Term.OfYears(2), Money.FromYuan(200), null, []);

    public static PlatformPolicy GovFirst { get; } = PolicyParts.Platform(Gov, [PolicyParts.Unit(Supplier)], Life(2)) with
    {
        Name = GovName,
        Entries = ["政府采购一体化平台"],
        Terms = [Term.OfYears(1), Term.OfYears(2)],
        Tariffs = [GovTariff],
    };

    /// <summary>Dearer, slower, and for one year only.</summary>
    public static PlatformPolicy GovSecond { get; } = GovFirst with
    {
        Version = 2,
        EffectiveFrom = SecondVersionFrom,
        Terms = [Term.OfYears(1)],
        Services = Life(5),
        Tariffs = [GovTariff with { AnnualService = Money.FromYuan(260) }],
    };

    public static WorkingCalendar Calendar { get; } = new(
    [
        Year(
            2024, "01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07",
            "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"),
        Year(2025, "01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08", "01-26 02-08 04-27 09-28 10-11"),
        Year(
            2026, "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
            "01-04 02-14 02-28 05-09 09-20 10-10"),
    ]);

    /// <summary>Government procurement as it stays: one version for ever.</summary>
    public static PolicyBook OneVersion { get; } = Book(GovFirst);

    /// <summary>The second version of government procurement comes into effect on <see cref="SecondVersionFrom"/>.</summary>
    public static PolicyBook TwoVersions { get; } = Book(GovFirst, GovSecond);

    public static PolicyBook Empty { get; } = new([], Calendar);

    public static LocalizedText NameOf(PlatformId platform) =>
        platform == Gov ? GovName : PolicyParts.NameOf(platform);

    private static PolicyBook Book(params ReadOnlySpan<PlatformPolicy> gov) => new(
        [
            .. gov,
            PolicyParts.Platform(Unpriced, [PolicyParts.Unit(Supplier)], Life(2)) with { Tariffs = [Tariff.Unpublished(HolderKind.Unit)] },
            PolicyParts.Platform(NewOnly, [PolicyParts.Unit(Supplier), new RolePolicy(Judge, HolderKind.Expert, false, new LocalizedText("评标专家", "Evaluation expert"))], [New(null)]),
            PolicyParts.Platform(NoNew, [PolicyParts.Unit(Supplier)], [.. Life(2).Where(s => s.Operation != Operation.New)]),
            .. StepPolicies.All,
        ],
        Calendar);

    private static ImmutableArray<ServicePolicy> Life(int postedWithinWorkingDays) =>
    [
        New(PolicyParts.Within(postedWithinWorkingDays)),
        PolicyParts.Online(Operation.Renew, Stage.InValidity, Verification.KeySignature),
        PolicyParts.Online(Operation.Renew, Stage.Expired, Verification.CorporateTransfer),
    ];

    private static ServicePolicy New(DispatchPolicy? dispatch) => PolicyParts.Online(Operation.New, Stage.BeforeIssue, Verification.CorporateTransfer, dispatch);

    private static HolidayYear Year(int year, string off, string work) =>
        new(year, [.. off.Split(' ').SelectMany(days => Days(year, days))], [.. work.Split(' ').SelectMany(days => Days(year, days))]);

    private static IEnumerable<LocalDate> Days(int year, string days)
    {
        var ends = days.Split('/');
        for (var day = Day(year, ends[0]); day <= Day(year, ends[^1]); day = day.PlusDays(1))
            yield return day;
    }

    private static LocalDate Day(int year, string monthAndDay) => LocalDatePattern.Iso.Parse($"{year}-{monthAndDay}").Value;
}
