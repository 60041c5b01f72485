using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Tests;

/// <summary>Platforms that ask for papers, for several proofs side by side, for a visit or for a posting day, and that name persons.</summary>
internal static class StepPolicies
{
    /// <summary>Asks the handler for stamped papers, the legal representative for himself; reviews before any visit (A8).</summary>
    public static readonly PlatformId Papers = new("papers");

    /// <summary>Asks for every proof that there is besides the key, and for a region.</summary>
    public static readonly PlatformId EveryProof = new("every-proof");

    /// <summary>Certificate and seal are one; keys are posted on Fridays once the unit has its role account (D2).</summary>
    public static readonly PlatformId Weekly = new("weekly");

    /// <summary>Names persons, sells seals apart, and takes money by transfer, WeChat and at its window.</summary>
    public static readonly PlatformId Persons = new("persons");

    public static readonly RoleId Member = new("member");
    public static readonly RoleId Freelance = new("freelance");
    public static readonly RoleId Expert = new("expert");

    public static readonly RegionId North = new("north");

    public static readonly MaterialId Form = new("application-form");
    public static readonly MaterialId Licence = new("licence-copy");

    /// <summary>城南: working days, 09:00 to 17:30.</summary>
    public static readonly WindowId South = new("south");

    /// <summary>新川: closed at noon.</summary>
    public static readonly WindowId NewRiver = new("new-river");

    /// <summary>Tuesdays only, without hours.</summary>
    public static readonly WindowId Tuesdays = new("tuesdays");

    /// <summary>Has no weekday on which it could be open.</summary>
    public static readonly WindowId Shut = new("shut");

    public static readonly WeeklyDispatch Fridays = new(IsoDayOfWeek.Friday, IsoDayOfWeek.Thursday, true);

    private static readonly RoleId Supplier = new("supplier");

    private static readonly ImmutableArray<PaymentMeans> EveryMeans = [PaymentMeans.CorporateTransfer, PaymentMeans.WeChat, PaymentMeans.Window];

    private static readonly ImmutableArray<WindowPolicy> Windows =
    [
        Window(South, "城南综合服务窗口", [], new OpeningHours(new LocalTime(9, 0), new LocalTime(17, 30))),
        Window(
            NewRiver, "新川综合服务窗口", [], new OpeningHours(new LocalTime(9, 0), new LocalTime(12, 0)),
            new OpeningHours(new LocalTime(13, 0), new LocalTime(17, 30))),
        Window(Tuesdays, "成都交易所大厦窗口", [IsoDayOfWeek.Tuesday]),
        Window(Shut, "停用窗口", [IsoDayOfWeek.None]),
    ];

    public static ImmutableArray<PlatformPolicy> All { get; } =
    [
        PapersPolicy,
        PolicyParts.Platform(EveryProof, [PolicyParts.Unit(Supplier)],
        [
            New(HolderKind.Unit, PolicyParts.Way(
                Channel.Online, [Verification.StampedForm, Verification.OnSite, Verification.CorporateTransfer, Verification.RealPerson],
                materials: [Form], dispatch: PolicyParts.Within(2))),
        ]) with
        {
            Tariffs = [new Tariff(HolderKind.Unit, Yuan(100), null, Yuan(200), null, [])],
            Region = new RegionPolicy(new LocalizedText("所属区域", "Region"), [new RegionChoice(new RegionId("west"), new LocalizedText("西区", "West")), new RegionChoice(North, new LocalizedText("北区", "North"))]),
        },
        WeeklyPolicy,
        PersonsPolicy,
    ];

    private static PlatformPolicy PapersPolicy => PolicyParts.Platform(Papers, [PolicyParts.Unit(Supplier)],
    [
        New(
            HolderKind.Unit,
            PolicyParts.Way(
                Channel.Online, [Verification.StampedForm, Verification.CorporateTransfer], HandledBy.Handler, [Form, Licence], PolicyParts.Within(2)),
            PolicyParts.Way(
                Channel.Online, [Verification.RealPerson, Verification.CorporateTransfer], HandledBy.LegalRepresentative, dispatch: PolicyParts.Within(2)),
            PolicyParts.Way(Channel.Mail, [Verification.StampedForm], HandledBy.Handler, [Form], PolicyParts.Within(2)) with { Intake = IntakeBy.Applicant },
            PolicyParts.Way(Channel.Window, [Verification.OnSite], materials: [Form]) with { Intake = IntakeBy.Applicant, Payment = EveryMeans }),
        PolicyParts.Online(Operation.Renew, Stage.InValidity, Verification.KeySignature),
    ]) with
    {
        Windows = Windows,
        Tariffs = [new Tariff(HolderKind.Unit, Yuan(100), null, Yuan(200), null, [])],
    };

    private static PlatformPolicy WeeklyPolicy => PolicyParts.Platform(Weekly, [PolicyParts.Unit(Supplier)],
    [
        New(
            HolderKind.Unit,
            PolicyParts.Way(Channel.Online, [Verification.CorporateTransfer], dispatch: new DispatchPolicy(null, Fridays)) with { ReviewedWithinWorkingDays = 1 },
            PolicyParts.Way(Channel.Window, [Verification.OnSite], dispatch: new DispatchPolicy(null, Fridays)) with
            {
                Intake = IntakeBy.Staff,
                Payment = EveryMeans,
                Reviewed = false,
            }),
        PolicyParts.Online(Operation.Renew, Stage.InValidity, Verification.KeySignature),
        PolicyParts.Online(Operation.Renew, Stage.Expired, Verification.CorporateTransfer),
    ]) with
    {
        Seals = new SealPolicy(SealCoupling.Coupled, SealFormat.GbT38540V2020),
        Windows = Windows,
        Tariffs = [new Tariff(HolderKind.Unit, Yuan(50), null, Yuan(200), Money.Zero, [])],
    };

    private static PlatformPolicy PersonsPolicy => PolicyParts.Platform(Persons,
    [
        PolicyParts.Unit(Supplier),
        new RolePolicy(Member, HolderKind.Individual, true, new LocalizedText("单位个人", "Member of a unit")),
        new RolePolicy(Freelance, HolderKind.Individual, false, new LocalizedText("个人", "Individual")),
        new RolePolicy(Expert, HolderKind.Expert, false, new LocalizedText("评标专家", "Evaluation expert")),
    ],
    [
        .. new[] { HolderKind.Unit, HolderKind.Individual, HolderKind.Expert }.Select(kind => New(
            kind,
            PolicyParts.Way(Channel.Online, [Verification.CorporateTransfer], dispatch: PolicyParts.Within(2)) with { Payment = EveryMeans },
            PolicyParts.Way(Channel.Window, [Verification.OnSite]) with { Payment = EveryMeans })),
    ]) with
    {
        Terms = [Term.OfYears(1), Term.OfYears(2)],
        Seals = new SealPolicy(SealCoupling.Optional, SealFormat.GbT38540V2020),
        Windows = Windows,
        Tariffs =
        [
            new Tariff(HolderKind.Unit, Yuan(100), Term.OfYears(2), Yuan(200), Yuan(100), []),
            new Tariff(HolderKind.Individual, Yuan(100), null, Yuan(100), Yuan(100), []),
            new Tariff(HolderKind.Expert, Yuan(50), Term.OfYears(2), Yuan(50), Yuan(50), []),
        ],
    };

    private static ServicePolicy New(HolderKind holder, params ImmutableArray<WayPolicy> ways) => new(Operation.New, holder, Stage.BeforeIssue, ways);

    private static WindowPolicy Window(WindowId id, string name, ImmutableArray<IsoDayOfWeek> weekdays, params ImmutableArray<OpeningHours> hours) =>
        new(id, new LocalizedText(name, $"Window {id}"), new LocalizedText("成都", "Chengdu"), weekdays, hours);

    private static Money Yuan(int yuan) => Money.FromYuan(yuan);
}
