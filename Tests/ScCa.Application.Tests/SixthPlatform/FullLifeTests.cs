using System.Text;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Application.Tests.SixthPlatform.Registry;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.SixthPlatform;

/// <summary>One practitioner's certificate from its application to its revocation, on a platform that no line of code knows.</summary>
public sealed class FullLifeTests
{
    private const string NewName = "李语彤";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A5")]
    public async Task A5_A_life_on_a_platform_that_is_nothing_but_files_goes_from_new_to_revoked()
    {
        await using var registry = new Registry();

        var certificate = await New(registry);
        await Posted(registry, certificate);
        await Invoiced(registry, certificate, 1, "420.00", new LocalDate(2026, 1, 14));
        await Unlocked(registry, certificate);
        await Renamed(registry, certificate);
        await Upgraded(registry, certificate);
        await Reissued(registry, certificate);
        await RenewedLate(registry, certificate);
        await Revoked(registry, certificate);

        await NoNameInTheHistory(registry);
    }

    // 5 January 2026 is a Monday. P7: 60 once and three years at 120, the seal included.
    private static async Task<string> New(Registry registry)
    {
        var system = registry.System;
        var certificate = await registry.Applied(channel: nameof(Channel.Window));
        Assert.Equal("420.00", Assert.Single(await system.Hall.Progress(TestSystem.Phone, Cancellation)).Charge);
        await registry.Approve(certificate, 1);

        await registry.Upload(certificate, 1, Form, Licence);
        Value(await system.Review.ReturnMaterial(registry.NewId(), certificate, 1, Licence, Reviewer, "看不清", Cancellation));
        RefusedWith("A3", "MaterialsMissing", await system.Review.CompleteMaterials(registry.NewId(), certificate, 1, Reviewer, Cancellation));
        await registry.Upload(certificate, 1, Licence);
        await registry.Complete(certificate, 1);

        var sunday = new LocalDateTime(2026, 1, 11, 10, 0);
        var closed = await system.Hall.BookVisit(registry.NewId(), certificate, 1, Registry.Hall, sunday, TestSystem.Phone, Cancellation);
        RefusedWith("W1", "WindowClosed", closed);
        Assert.Equal("2026-01-17 09:30", closed.Refusal!.Facts["nextOpening"]);
        Value(await system.Hall.BookVisit(registry.NewId(), certificate, 1, Registry.Hall, new LocalDateTime(2026, 1, 10, 9, 30), TestSystem.Phone, Cancellation));
        registry.At(2026, 1, 10, 9, 30);
        await registry.OnSite(certificate, 1);

        // P1: her unit pays for her; she herself does not.
        registry.At(2026, 1, 12);
        await system.Transfer(420, PersonName);
        Assert.IsType<RequestedCertificate>(await system.State(certificate));
        await system.Transfer(420, Employer);

        var issued = await registry.Issued(certificate);
        Assert.Equal((new LocalDate(2029, 1, 12), 1), (issued.NotAfter, issued.CurrentGeneration));
        var seal = Assert.Single(issued.Seals);
        Assert.Equal((SealFormat.GmT0031V2014, new LocalDate(2029, 1, 12)), (seal.Format, seal.NotAfter));
        Assert.IsType<IndividualHolder>(issued.Holder);
        Assert.Equal((PersonName, Role), await Card(registry, certificate));
        return certificate;
    }

    private static async Task Posted(Registry registry, string certificate)
    {
        var (system, wednesday) = (registry.System, new LocalDate(2026, 1, 14));
        var (desk, batches) = (system.Get<DispatchDesk>(), system.Get<BatchDesk>());
        Assert.Equal(wednesday, Assert.Single(Value(await desk.Queue(Dispatcher, Cancellation))).PostBy);
        Assert.Equal(certificate, Assert.Single(Value(await batches.Batch(wednesday, Dispatcher, Cancellation)).Parcels).Certificate);

        registry.At(2026, 1, 14);
        Value(await batches.CloseBatch(registry.NewId(), wednesday, Dispatcher, Cancellation));
        var posting = Assert.Single(Value(await batches.PostBatch(registry.NewId(), wednesday, [new ParcelTracking(certificate, 1, "SF1234567890")], Dispatcher, Cancellation)));
        Assert.Null(posting.Refusal);
        await system.Work();

        Assert.Null((await registry.Issued(certificate)).Parcel);
        Assert.Empty(Value(await desk.Queue(Dispatcher, Cancellation)));
    }

    private static async Task Invoiced(Registry registry, string certificate, int application, string amount, LocalDate dueBy)
    {
        var (system, finance) = (registry.System, registry.System.Get<FinanceDesk>());
        var due = Assert.Single(Value(await finance.Invoices(Accountant, Cancellation)));
        Assert.Equal((certificate, application, amount, dueBy), (due.Certificate, due.Application, due.Amount, due.DueBy));
        Value(await finance.RecordInvoice(registry.NewId(), certificate, application, $"F-{application}", Accountant, Cancellation));
        await system.Work();
        Assert.Empty(Value(await finance.Invoices(Accountant, Cancellation)));
    }

    private static async Task Unlocked(Registry registry, string certificate)
    {
        registry.At(2026, 2, 28, 10);
        await registry.ThroughTheWindow(certificate, nameof(Operation.Unlock));
        var granted = await registry.Issued(certificate);
        Assert.NotNull(granted.UnlockGrant);
        Value(await registry.Window.CompleteUnlock(registry.NewId(), certificate, granted.Current.Serial.Value, TestStaff.Clerk, Cancellation));
        await registry.System.Work();
        Assert.Null((await registry.Issued(certificate)).UnlockGrant);
    }

    // C6: a new generation and a new seal, both until the old end; S1: nothing to pay.
    private static async Task Renamed(Registry registry, string certificate)
    {
        registry.At(2026, 3, 14, 10);
        var application = await registry.ThroughTheWindow(certificate, nameof(Operation.Change), f => f with { PersonName = NewName }, Form, Licence);
        Assert.Equal(application, (await registry.Issued(certificate)).Grant?.Application);
        Value(await registry.System.Demo.PullRenewal(certificate, Cancellation));
        await registry.System.Work();

        var changed = await registry.Issued(certificate);
        Assert.Equal((2, new LocalDate(2029, 1, 12)), (changed.CurrentGeneration, changed.NotAfter));
        Assert.Equal(RevocationReason.Superseded, changed.Generations[0].Revocation?.Reason);
        var seal = Assert.Single(changed.StandingSeals);
        Assert.Equal((2, 2, SealFormat.GmT0031V2014, new LocalDate(2029, 1, 12)), (seal.Number, seal.Generation, seal.Format, seal.NotAfter));
        Assert.Equal((NewName, Role), await Card(registry, certificate));
    }

    // The second version is in effect since 1 June and makes seals by the national standard.
    private static async Task Upgraded(Registry registry, string certificate)
    {
        registry.At(2026, 6, 1);
        var application = await registry.Online(certificate, nameof(Operation.SealUpgrade));
        await registry.Approve(certificate, application);
        await registry.Upload(certificate, application, Form);
        await registry.Complete(certificate, application);

        var seal = Assert.Single((await registry.Issued(certificate)).StandingSeals);
        Assert.Equal((3, SealFormat.GbT38540V2020, new LocalDate(2029, 1, 12)), (seal.Number, seal.Format, seal.NotAfter));
        RefusedWith("S3", "SealsAlreadyUpgraded", await registry.System.Operate(certificate, nameof(Operation.SealUpgrade), change: f => f with { CommandId = registry.NewId() }));
    }

    private static async Task Reissued(Registry registry, string certificate)
    {
        var system = registry.System;
        registry.At(2026, 7, 4, 10);
        var application = await registry.ThroughTheWindow(certificate, nameof(Operation.Reissue), f => f with { Loss = nameof(KeyLoss.Lost) }, Form);
        Assert.Equal("45.00", (await system.State(certificate)).Open?.Charge.Total.Value);
        Value(await registry.Window.TakePayment("R-1", certificate, application, Employer, "45.00", TestStaff.Clerk, Cancellation));
        await system.Work();

        var reissued = await registry.Issued(certificate);
        Assert.Equal((3, new LocalDate(2029, 1, 12)), (reissued.CurrentGeneration, reissued.NotAfter));
        Assert.Equal(RevocationReason.KeyCompromise, reissued.Generations[1].Revocation?.Reason);
        Assert.Equal((4, 3, SealFormat.GbT38540V2020), (reissued.StandingSeals.Single().Number, reissued.StandingSeals.Single().Generation, reissued.StandingSeals.Single().Format));
        // Saturday: two working days later is Tuesday.
        await Invoiced(registry, certificate, application, "45.00", new LocalDate(2026, 7, 7));
    }

    // The second version renews for two years at 150 each.
    private static async Task RenewedLate(Registry registry, string certificate)
    {
        var system = registry.System;
        registry.At(2029, 1, 13, 0, 30);
        await registry.Night();
        Assert.Equal(3, (await registry.Issued(certificate)).ExpiredGeneration);
        RefusedWith("C6", "ChangeNeedsValidCertificate", await system.AtWindow(
            certificate, nameof(Operation.Change), change: f => f with { CommandId = registry.NewId(), PersonName = PersonName }));

        registry.At(2029, 2, 1);
        var asBefore = await system.Operate(certificate, nameof(Operation.Renew), withKey: false, f => f with { CommandId = registry.NewId(), TermYears = 3 });
        RefusedWith("C2", "TermNotOffered", asBefore);
        Assert.Contains("执业人员登记平台", asBefore.Refusal!.ZhCn, StringComparison.Ordinal);
        Assert.Contains("Registry of practitioners", asBefore.Refusal.En, StringComparison.Ordinal);

        var application = await registry.Online(certificate, nameof(Operation.Renew), withKey: false, f => f with { TermYears = 2 });
        await registry.Approve(certificate, application);
        await registry.Upload(certificate, application, Licence);
        await registry.Complete(certificate, application);
        registry.At(2029, 2, 9);
        await system.Transfer(300, Employer);
        Assert.Equal(new LocalDate(2031, 2, 9), (await registry.Issued(certificate)).Grant?.NotAfter);
        Value(await system.Demo.PullRenewal(certificate, Cancellation));
        await system.Work();

        var renewed = await registry.Issued(certificate);
        Assert.Equal((4, new LocalDate(2031, 2, 9)), (renewed.CurrentGeneration, renewed.NotAfter));
        Assert.Equal((4, new LocalDate(2031, 2, 9)), (renewed.StandingSeals.Single().Generation, renewed.StandingSeals.Single().NotAfter));
        await Invoiced(registry, certificate, application, "300.00", new LocalDate(2029, 2, 13));
    }

    private static async Task Revoked(Registry registry, string certificate)
    {
        var system = registry.System;
        registry.At(2029, 3, 3, 10);
        await registry.ThroughTheWindow(certificate, nameof(Operation.Revoke), f => f with { Wish = nameof(RevocationWish.NoLongerUsed) }, Form);

        var revoked = Assert.IsType<RevokedCertificate>(await system.State(certificate));
        Assert.Equal(RevocationReason.CessationOfOperation, revoked.Reason);
        Assert.DoesNotContain(revoked.Seals, s => s.Status == Domain.Seals.SealStatus.Standing);
        RefusedWith("C8", "CertificateIsRevoked", await system.Operate(certificate, nameof(Operation.Renew), withKey: false, f => f with { CommandId = registry.NewId() }));
    }

    private static async Task<(string Name, string Role)> Card(Registry registry, string certificate)
    {
        var card = Value(await registry.System.Hall.Card(certificate, TestSystem.Phone, Cancellation));
        return (card.HolderName, card.Role);
    }

    // A7, A10: neither name, nor the number, nor a certificate that carries the name.
    private static async Task NoNameInTheHistory(Registry registry)
    {
        foreach (var happened in await registry.System.Events.ReadAll(0, 10_000, Cancellation))
        {
            var body = Encoding.UTF8.GetString(happened.Body.Span);
            Assert.False(new[] { PersonName, NewName, IdNumber, TestSystem.Phone, "\\u674E" }.Any(fact => body.Contains(fact, StringComparison.OrdinalIgnoreCase)), happened.Type);
        }
    }
}
