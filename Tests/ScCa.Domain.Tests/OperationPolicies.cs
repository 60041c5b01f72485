using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Tests;

/// <summary>Platforms on which every operation is offered at either stage, so that a refusal is the operation's own and not the platform's (A5).</summary>
internal static class OperationPolicies
{
    /// <summary>Seals by choice (S8): legacy ones in its first version, those of the national standard in its second, which alone upgrades (S3).</summary>
    public static readonly PlatformId Full = new("full");

    /// <summary>Certificate and seal are one (S1).</summary>
    public static readonly PlatformId Coupled = new("coupled");

    /// <summary>As <see cref="Full"/>, and asks a price for what is elsewhere covered by the annual fee (P6).</summary>
    public static readonly PlatformId Dear = new("dear");

    /// <summary>As <see cref="Full"/>, and publishes no price at all (P8).</summary>
    public static readonly PlatformId Unpublished = new("unpublished");

    public static readonly LocalDate SecondVersionFrom = new(2026, 1, 1);

    public static readonly MaterialId SealForm = new("seal-form");

    /// <summary>A person's role, for whom the unit that he belongs to pays.</summary>
    public static readonly RoleId Member = new("member");

    private static readonly ImmutableArray<PaymentMeans> EveryMeans = [PaymentMeans.CorporateTransfer, PaymentMeans.WeChat, PaymentMeans.Window];

    private static readonly WayPolicy Online = new(Channel.Online, null, IntakeBy.Anyone, [], [], EveryMeans, true, null, null);
    private static readonly WayPolicy WithTransfer = Online with { Verification = [Verification.CorporateTransfer] };
    private static readonly WayPolicy WithKey = Online with { Verification = [Verification.KeySignature] };
    private static readonly WayPolicy WithKeyAndForm = WithKey with { Materials = [SealForm], ReviewedWithinWorkingDays = 1 };
    private static readonly WayPolicy WithKeyByScan = WithKey with { Payment = [PaymentMeans.WeChat], Reviewed = false };
    private static readonly WayPolicy Posted = Online with { Channel = Channel.Mail, Dispatch = new DispatchPolicy(2, null) };

    private static readonly Tariff UnitTariff = new(
        HolderKind.Unit, Money.FromYuan(100), Term.OfYears(2), Money.FromYuan(200), Money.FromYuan(100),
        [Price(Operation.Reissue, 50), Price(Operation.Change, 0), Price(Operation.Unlock, 0), Price(Operation.Revoke, 0), Price(Operation.SealUpgrade, 0)]);

    private static readonly Tariff ExpertTariff = UnitTariff with
    {
        Holder = HolderKind.Expert, Opening = Money.FromYuan(50), AnnualService = Money.FromYuan(50), Seal = Money.FromYuan(50),
    };

    private static readonly PlatformPolicy FullSecond = new(
        Full, 2, SecondVersionFrom, NameOf(Full), [],
        [
            new RolePolicy(TestPolicies.Supplier, HolderKind.Unit, false, new LocalizedText("供应商", "Supplier")),
            new RolePolicy(TestPolicies.Judge, HolderKind.Expert, false, new LocalizedText("评标专家", "Evaluation expert")),
            new RolePolicy(Member, HolderKind.Individual, true, new LocalizedText("成员", "Member")),
        ],
        [Term.OfYears(1), Term.OfYears(2)], new SealPolicy(SealCoupling.Optional, SealFormat.GbT38540V2020),
        [new MaterialPolicy(SealForm, new LocalizedText("国标印章申请表", "National-standard seal application form"))], [], [],
        [.. Services(HolderKind.Unit), .. Services(HolderKind.Expert), .. Services(HolderKind.Individual)], [UnitTariff, ExpertTariff]);

    private static readonly PlatformPolicy FullFirst = FullSecond with
    {
        Version = 1,
        EffectiveFrom = new LocalDate(2020, 1, 1),
        Seals = new SealPolicy(SealCoupling.Optional, SealFormat.GmT0031V2014),
        Services = [.. FullSecond.Services.Where(s => s.Operation != Operation.SealUpgrade)],
    };

    public static PolicyBook Book { get; } = new(
        [
            FullFirst,
            FullSecond,
            FullFirst with
            {
                Id = Coupled, Name = NameOf(Coupled), Seals = new SealPolicy(SealCoupling.Coupled, SealFormat.GbT38540V2020), Services = FullSecond.Services,
            },
            .. Also(Dear, [UnitTariff with { PerOperation = DearPrices }]),
            .. Also(Unpublished, []),
        ],
        TestPolicies.Calendar);

    /// <summary>The platform of optional seals as it would be had it coupled them from its second version on.</summary>
    public static PolicyBook CoupledLater { get; } = new(
        [FullFirst, FullSecond with { Seals = FullSecond.Seals with { Coupling = SealCoupling.Coupled } }], TestPolicies.Calendar);

    /// <summary>The same platforms, serving nothing any more.</summary>
    public static PolicyBook Bare { get; } = new([.. Book.Policies.Select(p => p with { Services = [] })], TestPolicies.Calendar);

    public static string WordsOf(PlatformId platform) => $"@{NameOf(platform).ZhCn}|{NameOf(platform).En}";

    private static ImmutableArray<OperationPrice> DearPrices =>
    [
        Price(Operation.Reissue, 50), Price(Operation.Change, 30), Price(Operation.Unlock, 20), Price(Operation.Revoke, 10),
        Price(Operation.EContractEnable, 15), Price(Operation.SealUpgrade, 5),
    ];

    private static ImmutableArray<PlatformPolicy> Also(PlatformId platform, ImmutableArray<Tariff> tariffs) =>
    [
        FullFirst with { Id = platform, Name = NameOf(platform), Tariffs = tariffs },
        FullSecond with { Id = platform, Name = NameOf(platform), Tariffs = tariffs },
    ];

    private static LocalizedText NameOf(PlatformId platform) => new($"平台{platform}", $"Platform {platform}");

    private static OperationPrice Price(Operation operation, int yuan) => new(operation, Money.FromYuan(yuan));

    private static IEnumerable<ServicePolicy> Services(HolderKind holder) =>
    [
        new(Operation.New, holder, Stage.BeforeIssue, [WithTransfer]),
        new(Operation.Renew, holder, Stage.InValidity, [WithKey]),
        new(Operation.Renew, holder, Stage.Expired, [WithTransfer]),
        .. AtEitherStage(Operation.Change, holder, WithKey),
        .. AtEitherStage(Operation.Reissue, holder, Online, Posted),
        .. AtEitherStage(Operation.Revoke, holder, Online),
        .. AtEitherStage(Operation.Unlock, holder, WithKey),
        .. AtEitherStage(Operation.SealApply, holder, WithKey),
        .. AtEitherStage(Operation.SealUpgrade, holder, WithKeyAndForm),
        .. AtEitherStage(Operation.SealRenew, holder, WithKeyByScan),
        .. AtEitherStage(Operation.EContractEnable, holder, WithKey),
    ];

    private static IEnumerable<ServicePolicy> AtEitherStage(Operation operation, HolderKind holder, params ImmutableArray<WayPolicy> ways) =>
        [new(operation, holder, Stage.InValidity, ways), new(operation, holder, Stage.Expired, ways)];
}
