using System.Text;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Stores.Memory;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Views;

public sealed class OperationViewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_life_rebuilt_event_by_event_gives_the_rows_that_were_kept_up()
    {
        await using var system = Create();
        await system.WholeLife();
        await system.IssuedToExpert();
        var rebuilt = new MemoryStores().Views;
        await new ViewRunner(system.Events, rebuilt, system.All<IView>()).CatchUp(Cancellation);

        var compared = 0;
        foreach (var (view, key) in await Keys(system))
        {
            Assert.Equal(Shown(await system.Get<IViewStore>().Find(view.Name, key, Cancellation)), Shown(await rebuilt.Find(view.Name, key, Cancellation)));
            compared++;
        }

        Assert.True(compared > 60, $"Only {compared} rows were compared.");
    }

    [Fact, Trait("rule", "A1")]
    public async Task Progress_of_a_whole_life_stands_done_operation_by_operation_newest_first()
    {
        await using var system = Create();
        await system.WholeLife();

        var rows = await system.Hall.Progress(Phone, Cancellation);

        Assert.Equal(["Revoke", "Reissue", "Change", "SealRenew", "Renew", "Unlock", "SealApply", "New"], rows.OrderByDescending(r => r.Application).Select(r => r.Operation));
        Assert.All(rows, r => Assert.Equal(Standing.Done, r.Standing));
        Assert.Equal(rows.Select(r => r.AppliedAt).OrderDescending(), rows.Select(r => r.AppliedAt));
    }

    [Fact, Trait("rule", "A3")]
    public async Task Progress_says_what_is_waited_for_first_at_each_step()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        Value(await system.AtWindow(certificate, "Reissue", withKey: false, form => form with { Loss = "Lost" }));
        await system.Work();
        Assert.Equal(Standing.UnderReview, await StandingOf(system, certificate, 2));
        Value(await system.Review.Approve("approve", certificate, 2, null, Reviewer, Cancellation));
        await system.Work();
        Assert.Equal(Standing.AwaitingMaterials, await StandingOf(system, certificate, 2));
        Value(await system.Get<WindowDesk>().ReceiveMaterial("give", certificate, 2, "application-materials", DigestOf("paper").Value, TestStaff.Clerk, Cancellation));
        await system.Work();
        Assert.Equal(Standing.MaterialsUnderReview, await StandingOf(system, certificate, 2));
        Value(await system.Review.CompleteMaterials("papers", certificate, 2, Reviewer, Cancellation));
        await system.Work();
        Assert.Equal(Standing.AwaitingVerification, await StandingOf(system, certificate, 2));
        await system.Seen(certificate, 2);
        Assert.Equal(Standing.AwaitingPayment, await StandingOf(system, certificate, 2));
        Value(await system.Get<WindowDesk>().TakePayment("R-1", certificate, 2, HandlerName, "50.00", TestStaff.Clerk, Cancellation));
        await system.Work();
        Assert.Equal(Standing.Done, await StandingOf(system, certificate, 2));

        await system.ChangeGranted(certificate, 3);
        Assert.Equal(Standing.Granted, await StandingOf(system, certificate, 3));
        Value(await system.Demo.PullRenewal(certificate, Cancellation));
        await system.Work();
        Assert.Equal(Standing.Done, await StandingOf(system, certificate, 3));
    }

    [Fact, Trait("rule", "C12")]
    public async Task The_card_shows_generations_seals_and_grants_as_the_certificate_has_them()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        await system.Renewed(certificate, 3);
        await AgreesWithTheState(system, certificate);
        await system.ChangeGranted(certificate, 4);
        Assert.Equal(new LocalDate(2028, 1, 5), Value(await system.Hall.Card(certificate, Phone, Cancellation)).GrantedNotAfter);
        await AgreesWithTheState(system, certificate);
        await system.Pulled(certificate);
        await AgreesWithTheState(system, certificate);
        await system.Reissued(certificate, 5);
        await AgreesWithTheState(system, certificate);
        await system.Revoked(certificate, 6);
        await AgreesWithTheState(system, certificate);
    }

    [Fact, Trait("rule", "C8")]
    public async Task Nothing_of_a_revoked_certificate_falls_due_but_its_invoices()
    {
        await using var system = Create();
        var certificate = await system.WholeLife();
        var due = system.Get<DueIndexReader>();
        var never = new LocalDate(2099, 1, 1);

        Assert.Empty(await due.ExpiredBefore(never, Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await due.ExpiringBetween(new LocalDate(2000, 1, 1), never, Cancellation));
        Assert.Empty(await due.GrantedBetween(new LocalDate(2000, 1, 1), never, Cancellation));
        Assert.Empty(await due.SealsEndedBefore(never, Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await due.IdleUntil(never, Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await due.Parcels(10, Cancellation));
        Assert.Null(await due.Recipient(certificate, Cancellation));
        Assert.Equal([1, 2, 4, 5, 7], (await due.Invoices(10, Cancellation)).Select(i => i.Application).Order());
        Assert.Empty(Value(await system.Review.Queue(Reviewer, Cancellation)));
        Assert.Empty(Value(await system.Review.Papers(Reviewer, Cancellation)));
    }

    [Fact, Trait("rule", "A10")]
    public async Task No_row_and_no_event_holds_a_persons_name_number_phone_or_address_in_clear_and_the_readers_open_what_they_may()
    {
        await using var system = Create();
        var certificate = await system.IssuedToExpert();
        await system.Transfer(7, "张三丰");
        Value(await system.Get<WindowDesk>().ChangeHandler("change", certificate, "李小兰", "13987654321", TestStaff.Clerk, Cancellation));
        await system.Work();

        string[] personal = [TestLives.ExpertName, TestLives.ExpertNumber, HandlerName, Phone, PostalAddress, "张三丰", "李小兰", "13987654321"];
        foreach (var stored in await system.Events.ReadAll(0, 1000, Cancellation))
            Assert.All(personal, p => Assert.DoesNotContain(p, Encoding.UTF8.GetString(stored.Body.Span), StringComparison.Ordinal));
        foreach (var (view, key) in await Keys(system))
        {
            var row = Shown(await system.Get<IViewStore>().Find(view.Name, key, Cancellation));
            Assert.All(personal, p => Assert.DoesNotContain(p, row, StringComparison.Ordinal));
        }

        Assert.Equal(TestLives.ExpertName, (await system.Get<ProgressReader>().Find(certificate, 1, Cancellation))!.HolderName);
        Assert.Equal(TestLives.ExpertName, (await system.Get<CertificateCardReader>().Find(certificate, Cancellation))!.HolderName);
        Assert.Equal("张三丰", Assert.Single(Value(await system.Get<FinanceDesk>().Unmatched(Accountant, Cancellation))).PayerName);
    }

    private static async Task AgreesWithTheState(TestSystem system, string certificate)
    {
        var state = await system.Held(certificate);
        var card = (await system.Get<CertificateCardReader>().Find(certificate, Cancellation))!;
        Assert.Equal((state.CurrentGeneration, state.Holder.Unit!.Name.Value), (card.Current, card.HolderName));
        Assert.Equal(
            state.Generations.Select(g => (g.Number, g.Serial.Value, g.NotAfterDate, g.Revocation?.At)), card.Generations.Select(g => (g.Number, g.Serial, g.NotAfter, g.RevokedAt)));
        Assert.Equal(
            state.Seals.Select(s => (s.Number, s.Generation, s.NotAfter, s.Status == Domain.Seals.SealStatus.Standing)),
            card.Seals.Select(s => (s.Number, s.Generation, s.NotAfter, s.IsStanding)));
        Assert.Equal(((state as IssuedCertificate)?.Grant?.NotAfter, (state as RevokedCertificate)?.RevokedAt, state.Open?.Number), (card.GrantedNotAfter, card.RevokedAt, card.Open));
    }

    private static async Task<string> StandingOf(TestSystem system, string certificate, int application) =>
        Value(await system.Hall.ProgressOf(certificate, application, Phone, Cancellation)).Standing;

    private static async Task<IReadOnlyCollection<(IView View, string Key)>> Keys(TestSystem system)
    {
        var events = (await system.Events.ReadAll(0, 1000, Cancellation)).Select(EventCodec.Decode).ToList();
        return [.. system.All<IView>().SelectMany(v => events.SelectMany(v.KeysFor).Distinct().Select(k => (v, k)))];
    }

    private static string Shown(ViewRow? row) => row is null ? "(none)" : $"{row.Key} {row.Partition} {row.Sort} {Encoding.UTF8.GetString(row.Body.Span)}";
}
