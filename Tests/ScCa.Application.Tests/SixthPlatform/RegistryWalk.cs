using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;
using static ScCa.Application.Tests.SixthPlatform.Registry;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.SixthPlatform;

/// <summary>Applicants, staff and time doing anything at all on the sixth platform, mostly what makes sense as things stand.</summary>
internal sealed class RegistryWalk : IAsyncDisposable
{
    private const int CertificatesMax = 2;

    private readonly List<string> certificates = [];

    public Registry Registry { get; } = new();

    public IReadOnlyList<string> Certificates => certificates;

    public int Steps { get; private set; }

    private TestSystem System => Registry.System;

    private bool IsFirstVersion => Shanghai.DateOf(System.Clock.GetCurrentInstant()) < new LocalDate(2026, 6, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task Step(Choices choices)
    {
        Steps++;
        var possible = new List<(string Label, Func<Task<RefusalText?>> Do)> { ("time", () => Time(choices)) };
        if (certificates.Count < CertificatesMax)
        {
            possible.Add(("apply", () => Apply(choices)));
            possible.Add(("issued", Issued));
        }

        if (certificates.Count > 0)
        {
            var certificate = choices.Pick(certificates);
            var state = (KnownCertificate)await System.State(certificate);
            if (state.Open is { } open)
                possible.AddRange(OnOpen(choices, certificate, open));
            if (state is IssuedCertificate issued)
                possible.AddRange(OnIssued(choices, certificate, issued));
            if (state.Invoices.Any(i => !i.IsIssued))
                possible.Add(("invoice", () => Invoice(certificate, state)));
            if (state is RevokedCertificate)
                possible.Add(("anything", () => Operate(choices, certificate, withKey: false)));
        }

        var (label, act) = choices.Weighted([.. possible.Select(p => (WeightOf(p.Label), p))]);
        var refusal = await act();
        await System.Work();
        choices.Count(refusal is null ? label : $"{refusal.Rule} {refusal.Code}");
        if (refusal is not null)
            IsReadable(refusal);
    }

    // What brings a life forward comes more often than what holds it up.
    private static int WeightOf(string label) => label switch
    {
        "all at once" => 10,
        "operate" or "pull" or "issued" => 8,
        "apply" or "time" or "unlock" or "post" or "invoice" or "transfer" => 4,
        _ => 1,
    };

    // Both languages, and no place left that was to be filled in.
    private static void IsReadable(RefusalText refusal)
    {
        Assert.NotEmpty(refusal.Rule);
        Assert.All([refusal.ZhCn, refusal.En, refusal.NextZhCn, refusal.NextEn], text => Assert.False(string.IsNullOrWhiteSpace(text) || text.Contains('{', StringComparison.Ordinal)));
    }

    private async Task<RefusalText?> Time(Choices choices)
    {
        System.Clock.Advance(choices.Weighted(
            (3, Duration.FromDays(1)), (3, Duration.FromHours(5)), (3, Duration.FromDays(8)), (3, Duration.FromDays(45)), (1, Duration.FromDays(400)), (1, Duration.FromDays(1000))));
        if (choices.Bool())
            await Registry.Night();
        return null;
    }

    private async Task<RefusalText?> Apply(Choices choices)
    {
        var form = await Registry.Filled(
            SomeTerm(choices), choices.Weighted((5, nameof(Channel.Online)), (5, nameof(Channel.Window)), (1, nameof(Channel.Mail))));
        var applied = await System.Hall.Apply(form, Cancellation);
        if (!applied.IsRefused)
            certificates.Add(applied.Value.Certificate);
        return applied.Refusal;
    }

    // A life that has begun, so that short walks come into its middle.
    private async Task<RefusalText?> Issued()
    {
        var (termYears, yuan) = IsFirstVersion ? (3, 420) : (2, 380);
        certificates.Add(await Registry.ToBePaid(termYears));
        await System.Transfer(yuan, Employer);
        return null;
    }

    private IEnumerable<(string, Func<Task<RefusalText?>>)> OnOpen(Choices choices, string certificate, OpenApplication open)
    {
        var (id, number) = (Registry.NewId(), open.Number);
        var paper = choices.Pick([Form, Licence]);
        yield return ("approve", async () => (await System.Review.Approve(
            id, certificate, number, choices.Pick([nameof(SealPictureFinding.NumberLegible), null]), Reviewer, Cancellation)).Refusal);
        yield return ("upload", async () => (await System.Get<PaperUploads>().Provide(id, certificate, number, paper, TestSystem.Phone, Paper(paper), Cancellation)).Refusal);
        yield return ("complete", async () => (await System.Review.CompleteMaterials(id, certificate, number, Reviewer, Cancellation)).Refusal);
        yield return ("seen", async () => (await Registry.Window.VerifyOnSite(id, certificate, number, TestStaff.Clerk, Cancellation)).Refusal);
        yield return ("transfer", () => Transfer(choices, open));
        yield return ("counter", async () => (await Registry.Window.TakePayment(id, certificate, number, Employer, open.Missing.Value, TestStaff.Clerk, Cancellation)).Refusal);
        yield return ("all at once", () => Through(certificate, open));
        yield return ("visit", async () => (await System.Hall.BookVisit(id, certificate, number, Registry.Hall, SomeHour(choices), TestSystem.Phone, Cancellation)).Refusal);
        yield return ("return paper", async () => (await System.Review.ReturnMaterial(id, certificate, number, paper, Reviewer, "看不清", Cancellation)).Refusal);
        yield return ("return", async () => (await System.Review.Return(id, certificate, number, Reviewer, "缺件", Cancellation)).Refusal);
        yield return ("resubmit", async () => (await System.Hall.Resubmit(id, certificate, number, TestSystem.Phone, Cancellation)).Refusal);
        yield return ("withdraw", async () => (await System.Hall.Withdraw(id, certificate, number, TestSystem.Phone, choices.Bool(), Cancellation)).Refusal);
    }

    private IEnumerable<(string, Func<Task<RefusalText?>>)> OnIssued(Choices choices, string certificate, IssuedCertificate issued)
    {
        yield return ("operate", () => Operate(choices, certificate, withKey: choices.Int(3) != 3));
        if (issued.Grant is not null)
            yield return ("pull", async () => (await System.Demo.PullRenewal(certificate, Cancellation)).Refusal);
        if (issued.UnlockGrant is not null)
        {
            yield return ("unlock", async () => (await Registry.Window.CompleteUnlock(
                Registry.NewId(), certificate, issued.Current.Serial.Value, TestStaff.Clerk, Cancellation)).Refusal);
        }

        if (issued.Parcel is { } parcel)
            yield return ("post", async () => (await System.Get<DispatchDesk>().Post(Registry.NewId(), certificate, $"SF{parcel.Application}", Dispatcher, Cancellation)).Refusal);
    }

    private async Task<RefusalText?> Operate(Choices choices, string certificate, bool withKey)
    {
        var operation = choices.Weighted(
            (4, Operation.Renew), (2, Operation.Change), (2, Operation.Reissue), (2, Operation.SealUpgrade), (2, Operation.Unlock), (1, Operation.Revoke),
            (1, Operation.SealRenew));
        OperationForm Filled(OperationForm form) => form with
        {
            CommandId = Registry.NewId(),
            TermYears = SomeTerm(choices),
            PersonName = choices.Pick(["李语彤", PersonName]),
            Loss = choices.Pick([nameof(KeyLoss.Lost), nameof(KeyLoss.Damaged)]),
            Wish = nameof(RevocationWish.NoLongerUsed),
        };
        var online = operation is Operation.Renew or Operation.SealUpgrade or Operation.SealRenew;
        // Now and then through the door that is not offered.
        return choices.Int(9) == 9 != online
            ? (await System.Operate(certificate, operation.ToString(), withKey, Filled)).Refusal
            : (await System.AtWindow(certificate, operation.ToString(), withKey, Filled)).Refusal;
    }

    // Everything that an application waits for, so that walks come far within few steps.
    private async Task<RefusalText?> Through(string certificate, OpenApplication open)
    {
        if (open.Step == ApplicationStep.Returned)
            Value(await System.Hall.Resubmit(Registry.NewId(), certificate, open.Number, TestSystem.Phone, Cancellation));
        if (!open.IsApproved)
            await Registry.Approve(certificate, open.Number);
        if (!open.AreMaterialsComplete && (await System.State(certificate)).Open is { } approved)
        {
            await Registry.Upload(certificate, open.Number, [.. approved.MaterialsToGive.Select(m => m.Value)]);
            await Registry.Complete(certificate, open.Number);
        }

        if ((await System.State(certificate)).Open is { } seen && seen.Number == open.Number && seen.StillNeeds(Verification.OnSite))
            await Registry.OnSite(certificate, open.Number);
        return (await System.State(certificate)).Open is { AwaitsMoney: true } unpaid && unpaid.Number == open.Number
            ? (await Registry.Window.TakePayment(Registry.NewId(), certificate, open.Number, Employer, unpaid.Missing.Value, TestStaff.Clerk, Cancellation)).Refusal
            : null;
    }

    private async Task<RefusalText?> Transfer(Choices choices, OpenApplication open)
    {
        var fen = choices.Pick([open.Missing.Fen, open.Missing.Fen / 2, open.Missing.Fen + 100]);
        if (fen > 0)
            await System.Demo.Transfer(choices.Pick([Employer, PersonName]), fen, Cancellation);
        return null;
    }

    private async Task<RefusalText?> Invoice(string certificate, KnownCertificate state)
    {
        var application = state.Invoices.First(i => !i.IsIssued).Application;
        return (await System.Get<FinanceDesk>().RecordInvoice(Registry.NewId(), certificate, application, $"F-{application}", Accountant, Cancellation)).Refusal;
    }

    // Mostly the one that is offered then.
    private int SomeTerm(Choices choices)
    {
        var offered = IsFirstVersion ? 3 : 2;
        return choices.Int(4) == 4 ? 5 - offered : offered;
    }

    private LocalDateTime SomeHour(Choices choices) => Shanghai.DateOf(System.Clock.GetCurrentInstant()).PlusDays(choices.Int(1, 14)).At(new LocalTime(choices.Int(8, 17), choices.Int(1) * 30));

    public ValueTask DisposeAsync() => Registry.DisposeAsync();
}
