using System.Globalization;
using NodaTime;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>Hands the inhabitants' forms in, each in one of the ways that its platform offers.</summary>
internal sealed class Counter(PolicyBook policies, SelfServiceHall hall, WindowDesk window, DemoDesk desk, Dice dice)
{
    private const string Clerk = "demo-clerk";
    private const string HandlerName = "演示经办人";
    private const string PostalAddress = "成都市示范区演示路 1 号";

    /// <summary>The way that is gone, and the first day on which somebody is there for it; null where the platform offers none by the last day.</summary>
    public (WayPolicy Way, LocalDate OpenOn)? WayOf(Plan plan, Certificate state, LocalDate today, LocalDate last)
    {
        var stage = state is IssuedCertificate c ? today <= c.NotAfter ? Stage.InValidity : Stage.Expired : Stage.BeforeIssue;
        var service = policies.InEffect(plan.Who.Platform, today)?.Service(plan.Operation, plan.Who.Role.Holder, stage);
        var ways = (service?.Ways ?? []).Select(way => (Way: way, OpenOn: OpenOn(plan, way, today))).Where(w => w.OpenOn <= last).ToList();
        return ways.Count == 0 ? null : dice.Of(ways, Question(plan, "way"));
    }

    public async Task<Outcome<ApplicationReceipt>> HandIn(Plan plan, WayPolicy way, LocalDate today, CancellationToken cancellation)
    {
        var byClerk = IsBeforeAClerk(way);
        if (plan.Operation == Operation.New)
        {
            var form = ApplyForm(plan, way, today);
            return byClerk ? await window.Apply(form, Clerk, cancellation).ConfigureAwait(false) : await hall.Apply(form, cancellation).ConfigureAwait(false);
        }

        var asked = OperationForm(plan, way, today);
        if (way.NeedsKey)
        {
            var proof = await desk.SignFor(plan.Who.Certificate, asked.Operation, cancellation).ConfigureAwait(false);
            asked = asked with { Challenge = proof.Challenge, Signature = proof.Signature };
        }

        return byClerk ? await window.Operate(asked, Clerk, cancellation).ConfigureAwait(false) : await hall.Operate(asked, cancellation).ConfigureAwait(false);
    }

    private ApplyForm ApplyForm(Plan plan, WayPolicy way, LocalDate today)
    {
        var who = plan.Who;
        var policy = policies.InEffect(who.Platform, today)!;
        var seals = policy.Seals.Coupling switch
        {
            SealCoupling.Coupled => 1,
            SealCoupling.Optional => dice.Of(3, Question(plan, "seals")),
            _ => 0,
        };
        return new ApplyForm(
            Command(plan), who.Platform.Value, who.Role.Id.Value, who.Unit, who.CreditCode, dice.Of(policy.Terms, Question(plan, "term")).Years, HandlerName, who.Phone,
            PostalAddress)
        {
            PersonName = who.Person,
            IdNumber = who.IdNumber,
            Region = policy.Region is { } region ? dice.Of(region.Choices, Question(plan, "region")).Id.Value : null,
            Channel = way.Channel.ToString(),
            HandledBy = (way.HandledBy ?? HandledBy.Handler).ToString(),
            Window = Window(plan, way, today)?.Id.Value,
            SealPictures = [.. Pictures(plan, seals)],
        };
    }

    private OperationForm OperationForm(Plan plan, WayPolicy way, LocalDate today)
    {
        var who = plan.Who;
        return new OperationForm(Command(plan), who.Certificate, plan.Operation.ToString(), HandlerName, who.Phone)
        {
            Channel = way.Channel.ToString(),
            HandledBy = (way.HandledBy ?? HandledBy.Handler).ToString(),
            Window = Window(plan, way, today)?.Id.Value,
            TermYears = dice.Of(policies.InEffect(who.Platform, today)!.Terms, Question(plan, "term")).Years,
            HolderName = who.Unit is { } name && plan.Operation == Operation.Change ? NewName(name) : null,
            PersonName = who.Unit is null && plan.Operation == Operation.Change ? $"{who.Person}改" : null,
            Loss = plan.Operation == Operation.Reissue ? dice.Of(Enum.GetNames<KeyLoss>(), Question(plan, "loss")) : null,
            Wish = plan.Operation == Operation.Revoke ? dice.Of(Enum.GetNames<RevocationWish>(), Question(plan, "wish")) : null,
            SealPictures = [.. Pictures(plan, plan.Operation == Operation.SealApply ? 1 + dice.Of(2, Question(plan, "seals")) : 0)],
        };
    }

    /// <summary>What a unit is called after a change.</summary>
    public static string NewName(string name) => name.Replace("（演示）", "新（演示）", StringComparison.Ordinal);

    private WindowPolicy? Window(Plan plan, WayPolicy way, LocalDate today) =>
        way.Channel == Channel.Window && policies.InEffect(plan.Who.Platform, today) is { Windows: { IsEmpty: false } windows }
            ? dice.Of(windows, Question(plan, "window"))
            : null;

    private LocalDate OpenOn(Plan plan, WayPolicy way, LocalDate today) =>
        IsBeforeAClerk(way) && Window(plan, way, today) is { } window ? window.NextOpening(today.AtMidnight(), policies.Calendar)?.Date ?? today : today;

    private static bool IsBeforeAClerk(WayPolicy way) => way.Intake == IntakeBy.Staff || way.Intake == IntakeBy.Anyone && way.Channel == Channel.Window;

    private static IEnumerable<string> Pictures(Plan plan, int count) =>
        Enumerable.Range(1, count).Select(n => DemoDesk.DigestOf(string.Create(CultureInfo.InvariantCulture, $"{Question(plan, "picture")}:{n}")));

    private static string Command(Plan plan) => $"demo:{Question(plan, "form")}";

    private static string Question(Plan plan, string what) => string.Create(
        CultureInfo.InvariantCulture, $"{plan.Who.Number}:{plan.Operation}:{plan.On.Year}-{plan.On.Month}-{plan.On.Day}:{what}");
}
