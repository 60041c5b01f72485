using System.Globalization;
using NodaTime;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Composition.StandIns;

namespace ScCa.Console.Demo;

/// <summary>One holder and his certificate in a story: asks for operations, sees them through, and looks at what they came to.</summary>
internal sealed class Player(DemoStage stage, string story, DemoHolder holder)
{
    // More than any application has steps: one that never ends is a finding, not a wait.
    private const int StepsMax = 30;
    private static readonly Duration BetweenSteps = Duration.FromMinutes(2);

    private ApplicationReceipt? latest;

    public DemoHolder Holder { get; private set; } = holder;

    public string Certificate { get; private set; } = "";

    public int Application => latest?.Application ?? 0;

    /// <summary>An operation that is asked for, carried through by everybody it needs, and done as expected.</summary>
    public Scene Does(string id, string at, Doing doing, IReadOnlyList<string> rules, Expected expected) => new(
        id, doing.ByClerk ? "clerk" : "applicant", at, rules,
        async (found, cancellation) =>
        {
            if (await Asked(found, id, doing, cancellation))
                await CarryThrough(found, cancellation);
        },
        (found, cancellation) => Check(found, doing, expected, cancellation))
    {
        Operation = doing.Operation,
        Completes = expected.Standing == Standing.Done,
        Tell = (speech, found) => Telling.Done(speech, doing, found),
    };

    /// <summary>An operation that was asked for before, carried through from where it stands.</summary>
    public Scene Finishes(string id, string at, Doing doing, IReadOnlyList<string> rules, Expected expected) => new(
        id, doing.ByClerk ? "clerk" : "applicant", at, rules, CarryThrough, (found, cancellation) => Check(found, doing, expected, cancellation))
    {
        Operation = doing.Operation,
        Completes = true,
        Tell = (speech, found) => Telling.Done(speech, doing, found),
    };

    /// <summary>An operation that is asked for and left as it is.</summary>
    public Scene Asks(string id, string at, Doing doing, IReadOnlyList<string> rules, Expected expected) => new(
        id, doing.ByClerk ? "clerk" : "applicant", at, rules,
        async (found, cancellation) => await Asked(found, id, doing, cancellation),
        (found, cancellation) => Check(found, doing, expected, cancellation))
    {
        Operation = doing.Operation,
        Tell = (speech, found) => Telling.Asked(speech, doing, found),
    };

    /// <summary>An operation that the rules do not allow now.</summary>
    public Scene IsRefused(string id, string at, Doing doing, string rule, string code, params IReadOnlyList<(string Name, string Value)> facts) => new(
        id, doing.ByClerk ? "clerk" : "applicant", at, [rule],
        async (found, cancellation) => Refused(found, found.Refused(await Ask(id, doing, cancellation), rule, code), facts),
        Scene.NothingMore)
    {
        Operation = doing.Operation,
        Tell = (speech, found) => Telling.Refused(speech, doing, found),
    };

    /// <summary>Something else that is tried on this certificate and refused.</summary>
    public static Scene Tries<T>(
        string id, string by, string at, string operation, Func<CancellationToken, Task<Outcome<T>>> tried, string rule, string code,
        params IReadOnlyList<(string Name, string Value)> facts) where T : class => new(
        id, by, at, [rule], async (found, cancellation) => Refused(found, found.Refused(await tried(cancellation), rule, code), facts), Scene.NothingMore)
    {
        Operation = operation,
        Tell = (speech, found) => Telling.Refused(speech, id, found),
    };

    public async Task<bool> Asked(Findings found, string id, Doing doing, CancellationToken cancellation)
    {
        latest = found.Accepted(await Ask(id, doing, cancellation));
        if (latest is not null && doing.Operation == "New")
            Certificate = latest.Certificate;
        return latest is not null;
    }

    /// <summary>Everybody in turn does what the application waits for, until it waits for nobody.</summary>
    public async Task CarryThrough(Findings found, CancellationToken cancellation)
    {
        for (var step = 0; step < StepsMax; step++)
        {
            await stage.Work.Run(cancellation);
            if (await stage.Office.Advance(Certificate, Holder.Payer, cancellation) is not { } done || found.Accepted(done) is null)
                return;
            stage.Desk.MoveClockTo(stage.Desk.Now + BetweenSteps);
        }

        found.Expect("end of the application", $"within {StepsMax} steps", "none");
    }

    public async Task<ProgressRow?> Progress(CancellationToken cancellation) =>
        (await stage.Hall.ProgressOf(Certificate, Application, Holder.Phone, cancellation)).Value;

    public async Task<CertificateCard?> Card(CancellationToken cancellation) => (await stage.Hall.Card(Certificate, Holder.Phone, cancellation)).Value;

    /// <summary>The events of an application so far, without what their names have in common.</summary>
    public async Task<string> Path(int application, CancellationToken cancellation)
    {
        var number = application.ToString(CultureInfo.InvariantCulture);
        var events = (await stage.History.Read(Certificate, stage.Desk.Now, cancellation)).Value?.Entries ?? [];
        return string.Join(' ', events.Where(e => e.Facts.GetValueOrDefault("application") == number).Select(e => e.Event["certificate.".Length..^".v1".Length]));
    }

    private async Task Check(Findings found, Doing doing, Expected expected, CancellationToken cancellation)
    {
        var row = await Progress(cancellation);
        var card = await Card(cancellation);
        found.ExpectFact("charge", expected.Charge, latest?.Charge);
        found.Expect("standing", expected.Standing, row?.Standing);
        found.ExpectFact("path", expected.Path, await Path(Application, cancellation));
        found.Note("holder", Holder.Shown);
        found.Note("certificate", Certificate);
        Compare(found, "notAfter", expected.NotAfter, Day(card?.OnKey?.NotAfter));
        Compare(found, "generation", expected.Generation?.ToString(CultureInfo.InvariantCulture), card?.Current.ToString(CultureInfo.InvariantCulture));
        Compare(found, "seals", expected.Seals, card is null ? null : string.Join(", ", card.StandingSeals.Select(s => $"{s.Number} {Day(s.NotAfter)}")));
        Compare(found, "reviewBy", expected.ReviewBy, Day(row?.ReviewBy));
        Compare(found, "postBy", expected.PostBy, Day(row?.PostBy));
        Compare(found, "invoiceBy", expected.InvoiceBy, Day(row?.InvoiceBy));
        // From now on it pays under its new name (P1).
        if (doing.NewName is { } name)
            Holder = Holder with { Payer = name };
        if (doing.Operation is "New" or "Renew" or "Change" or "Reissue" && expected.Standing == Standing.Done)
            await stage.ExpectGenuine(found, Certificate, cancellation);
    }

    private static void Compare(Findings found, string name, string? expected, string? actual)
    {
        if (expected is not null)
            found.ExpectFact(name, expected, actual);
    }

    private static void Refused(Findings found, RefusalText? refusal, IReadOnlyList<(string Name, string Value)> facts)
    {
        found.Refusal = refusal;
        foreach (var (name, value) in facts)
            found.ExpectFact(name, value, refusal?.Facts.GetValueOrDefault(name));
    }

    private Task<Outcome<ApplicationReceipt>> Ask(string id, Doing doing, CancellationToken cancellation) =>
        doing.Operation == "New" ? Apply(id, doing, cancellation) : Operate(id, doing, cancellation);

    private Task<Outcome<ApplicationReceipt>> Apply(string id, Doing doing, CancellationToken cancellation)
    {
        var form = new ApplyForm(
            Command(id), Holder.Platform, Holder.Role, Holder.Unit, Holder.CreditCode, doing.Years, Holder.Handler, Holder.Phone, Holder.PostalAddress)
        {
            PersonName = Holder.Person,
            IdNumber = Holder.IdNumber,
            Region = stage.Hall.Platforms().FirstOrDefault(p => p.Id == Holder.Platform)?.Region?.Choices[0].Id,
            Channel = doing.Channel,
            HandledBy = doing.HandledBy,
            Window = doing.Window,
            SealPictures = [.. Pictures(id, doing)],
        };
        return doing.ByClerk ? stage.Window.Apply(form, DemoCast.Clerk, cancellation) : stage.Hall.Apply(form, cancellation);
    }

    private async Task<Outcome<ApplicationReceipt>> Operate(string id, Doing doing, CancellationToken cancellation)
    {
        var form = new OperationForm(Command(id), Certificate, doing.Operation, Holder.Handler, Holder.Phone)
        {
            Channel = doing.Channel,
            HandledBy = doing.HandledBy,
            Window = doing.Window,
            TermYears = doing.Years,
            HolderName = doing.NewName,
            PersonName = doing.NewPersonName,
            Loss = doing.Loss,
            Wish = doing.Wish,
            SealPictures = [.. Pictures(id, doing)],
        };
        if (doing.WithKey)
        {
            var proof = await stage.Desk.SignFor(Certificate, doing.Operation, cancellation);
            form = form with { Challenge = proof.Challenge, Signature = proof.Signature };
        }

        return doing.ByClerk ? await stage.Window.Operate(form, DemoCast.Clerk, cancellation) : await stage.Hall.Operate(form, cancellation);
    }

    private IEnumerable<string> Pictures(string id, Doing doing) => Enumerable.Range(1, doing.Seals).Select(n => DemoDesk.DigestOf($"{story}.{id}.{n}"));

    private string Command(string id) => $"demo:{story}:{id}";

    private static string? Day(LocalDate? date) => date is { } value ? Terminal.ShanghaiTime.Date(value) : null;
}
