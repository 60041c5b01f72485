using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using ScCa.Stores.Memory;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Reactions;

public sealed class BatchTests
{
    // Issued on Monday 5 January: promised for Wednesday.
    private static readonly LocalDate Wednesday = new(2026, 1, 7);
    private static readonly LocalDate Thursday = new(2026, 1, 8);
    private static readonly LocalDate Friday = new(2026, 1, 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "D1")]
    public async Task D1_A_days_parcels_are_closed_and_posted_together_and_each_certificate_follows()
    {
        await using var system = Create();
        string[] certificates = [await Issued(system, "apply-1", "甲公司"), await Issued(system, "apply-2", "乙公司")];
        var desk = system.Get<BatchDesk>();
        Assert.Equal((false, 2), await Listed(system, Wednesday));
        RefusedWith("D1", "BatchNotYetDue", await desk.CloseBatch("close-0", Wednesday, Dispatcher, Cancellation));

        await Close(system, Wednesday);
        var first = await Post(system, "post-1", (certificates[0], "SF1"), (certificates[1], " "));
        var second = await Post(system, "post-2", (certificates[0], "SF9"), (certificates[1], "SF1"), ("c-none", "SF3"));
        var third = await Post(system, "post-3", (certificates[1], "SF2"));
        await system.Work();

        Assert.Equal(["posted", "TrackingNumberMissing"], first);
        Assert.Equal(["ParcelAlreadyPosted", "TrackingNumberTaken", "ParcelNotInBatch"], second);
        Assert.Equal(["posted"], third);
        foreach (var certificate in certificates)
        {
            Assert.Null(Assert.IsType<IssuedCertificate>(await system.State(certificate)).Parcel);
            Assert.Single(await system.EventNames(certificate), nameof(KeyPosted));
        }

        Assert.Equal(["SF1", "SF2"], Value(await desk.Batch(Wednesday, Dispatcher, Cancellation)).Parcels.Select(p => p.TrackingNumber!));
        Assert.Empty(Value(await system.Get<DispatchDesk>().Queue(Dispatcher, Cancellation)));
    }

    [Fact, Trait("rule", "D1")]
    public async Task D1_The_same_posting_sent_twice_writes_nothing_more()
    {
        await using var system = Create();
        var certificate = await Issued(system);
        await Close(system, Wednesday);
        Assert.Equal(["posted"], await Post(system, "post-1", (certificate, "SF1")));
        await system.Work();
        var before = await system.Events.LastPosition(Cancellation);

        Assert.Equal(["posted"], await Post(system, "post-1", (certificate, "SF1")));
        foreach (var reaction in system.All<IReaction>())
            await system.Get<IReactionCheckpoints>().Save(reaction.Name, 0, Cancellation);
        await system.Work();

        Assert.Equal(before, await system.Events.LastPosition(Cancellation));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public async Task D2_A_parcel_that_is_promised_anew_moves_and_can_move_back()
    {
        await using var system = Create();
        var certificate = await Issued(system);

        await Promise(system, certificate, Friday);
        Assert.Equal([Friday], await Where(system, certificate));
        await Promise(system, certificate, Wednesday);
        Assert.Equal([Wednesday], await Where(system, certificate));

        foreach (var reaction in system.All<IReaction>())
            await system.Get<IReactionCheckpoints>().Save(reaction.Name, 0, Cancellation);
        await system.Work();
        Assert.Equal([Wednesday], await Where(system, certificate));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public async Task D2_Several_promises_before_the_worker_comes_leave_the_parcel_in_the_batch_of_the_last()
    {
        await using var system = Create();
        var certificate = await Issued(system);

        await Promise(system, certificate, Thursday, work: false);
        await Promise(system, certificate, Friday);

        Assert.Equal([Friday], await Where(system, certificate));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "D5")]
    public async Task D1_What_comes_after_the_batch_was_closed_goes_into_that_of_the_next_working_day_and_moves_on_from_there()
    {
        await using var system = Create();
        var (first, second) = (await Issued(system, "apply-1", "甲公司"), await Issued(system, "apply-2", "乙公司"));
        await Promise(system, second, Friday);
        await Close(system, Wednesday);

        await Promise(system, second, Wednesday);
        Assert.Equal([Thursday], await Where(system, second));
        await Promise(system, second, Friday);

        Assert.Equal([Friday], await Where(system, second));
        Assert.Equal([Wednesday], await Where(system, first));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public async Task D2_A_parcel_postponed_out_of_a_closed_batch_is_not_waited_for_there()
    {
        await using var system = Create();
        var certificate = await Issued(system);
        await Close(system, Wednesday);

        await Promise(system, certificate, Friday);

        Assert.Equal([Friday], await Where(system, certificate));
        Assert.Equal(["ParcelNotInBatch"], await Post(system, "post-1", (certificate, "SF1")));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public async Task D2_A_parcel_promised_anew_while_it_is_posted_stays_where_it_was_posted()
    {
        await using var system = Create();
        var certificate = await Issued(system);
        await Close(system, Wednesday);
        Assert.Equal(["posted"], await Post(system, "post-1", (certificate, "SF1")));

        await Promise(system, certificate, Friday);

        Assert.Equal([Wednesday], await Where(system, certificate));
        Assert.Null(Assert.IsType<IssuedCertificate>(await system.State(certificate)).Parcel);
    }

    [Theory, Trait("rule", "D1")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task D1_A_key_that_was_posted_by_itself_leaves_an_open_batch_and_is_noted_in_a_closed_one(bool isClosed)
    {
        await using var system = Create();
        var certificate = await Issued(system);
        if (isClosed)
            await Close(system, Wednesday);

        Value(await system.Get<DispatchDesk>().Post("post-1", certificate, "SF1", Dispatcher, Cancellation));
        await system.Work();

        var batch = Value(await system.Get<BatchDesk>().Batch(Wednesday, Dispatcher, Cancellation));
        Assert.Equal(isClosed ? ["SF1"] : [], batch.Parcels.Select(p => p.TrackingNumber!));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "A3")]
    public async Task D1_A_key_that_was_not_issued_is_not_posted_with_its_batch()
    {
        await using var system = Create();
        var issued = await Issued(system);
        var requested = await system.Applied("apply-2", "乙公司");
        await Promise(system, requested, Wednesday);
        await Close(system, Wednesday);

        Assert.Equal(["posted", "CertificateNotIssued"], await Post(system, "post-1", (issued, "SF1"), (requested, "SF2")));
    }

    [Fact, Trait("rule", "D1")]
    public async Task D1_A_move_and_a_posting_that_die_at_any_append_in_either_way_converge_with_the_parcel_in_one_batch()
    {
        var (undisturbed, appends, _) = await Live(int.MaxValue, FaultKind.NotWritten);
        Assert.Equal("2026-01-09 closed SF1; parcel none; KeyPosted 1", undisturbed);

        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            for (var fault = 1; fault <= appends; fault++)
            {
                var (end, _, hasFaulted) = await Live(fault, kind);
                Assert.True(hasFaulted && end == undisturbed, $"Fault at append {fault} ({kind}): {end}");
            }
        }
    }

    private static async Task<(string Summary, int Appends, bool HasFaulted)> Live(int faultAt, FaultKind kind)
    {
        var store = new FaultyEventStore(new MemoryStores().Events);
        await using var system = Create(services => services.AddSingleton<IEventStore>(store));
        var certificate = await Issued(system);
        await Promise(system, certificate, Friday, work: false);
        var before = store.Appends;
        (store.FaultAt, store.Kind) = (faultAt == int.MaxValue ? faultAt : before + faultAt, kind);

        await Insist(system, () => Task.CompletedTask);
        system.Clock.Set(Instant.FromUtc(2026, 1, 9, 1, 0));
        await Insist(system, () => system.Get<BatchDesk>().CloseBatch("close", Friday, Dispatcher, Cancellation));
        await Insist(system, () => system.Get<BatchDesk>().PostBatch("post", Friday, [new(certificate, 1, "SF1")], Dispatcher, Cancellation));

        var batches = new List<string>();
        foreach (var date in new[] { Wednesday, Thursday, Friday })
        {
            var batch = Value(await system.Get<BatchDesk>().Batch(date, Dispatcher, Cancellation));
            if (batch.Parcels.Count > 0)
                batches.Add($"{date:uuuu'-'MM'-'dd} {(batch.IsClosed ? "closed" : "open")} {string.Join(' ', batch.Parcels.Select(p => p.TrackingNumber ?? "?"))}");
        }

        var parcel = Assert.IsType<IssuedCertificate>(await system.State(certificate)).Parcel;
        var posted = (await system.EventNames(certificate)).Count(n => n == nameof(KeyPosted));
        return ($"{string.Join(", ", batches)}; parcel {parcel?.By.Date.ToString() ?? "none"}; KeyPosted {posted}", store.Appends - before, store.HasFaulted);
    }

    // The clerk sends the same again after a crash; the worker starts again and waits out its pauses.
    private static async Task Insist(TestSystem system, Func<Task> act)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                await act();
            }
            catch (CrashException)
            {
            }
        }

        for (var round = 0; round < 3; round++)
        {
            try
            {
                await system.Work();
            }
            catch (CrashException)
            {
            }

            system.Clock.Advance(Duration.FromSeconds(30));
        }
    }

    private static async Task<string> Issued(TestSystem system, string commandId = "apply-1", string holder = HolderName)
    {
        var certificate = await system.Applied(commandId, holder);
        await system.Approve(certificate, 1);
        await system.Transfer(300, holder);
        return certificate;
    }

    private static async Task Close(TestSystem system, LocalDate date)
    {
        system.Clock.Set(date.At(new LocalTime(9, 0)).WithOffset(Offset.FromHours(8)).ToInstant());
        Value(await system.Get<BatchDesk>().CloseBatch($"close-{DispatchBatch.KeyOf(date)}", date, Dispatcher, Cancellation));
        await system.Work();
    }

    private static async Task<string[]> Post(TestSystem system, string commandId, params (string Certificate, string Tracking)[] parcels) =>
    [
        .. Value(await system.Get<BatchDesk>().PostBatch(
                commandId, Wednesday, [.. parcels.Select(p => new ParcelTracking(p.Certificate, 1, p.Tracking))], Dispatcher, Cancellation))
            .Select(p => p.Refusal?.Code ?? "posted"),
    ];

    // What a later rule will promise anew is told here by its event.
    private static async Task Promise(TestSystem system, string certificate, LocalDate date, bool work = true)
    {
        var events = await system.Events.ReadStream($"certificate-{certificate}", Cancellation);
        var promised = new ParcelPromised(1, new PromisedDate(date, []), date, null, system.Clock.GetCurrentInstant());
        var encoded = EventCodec.Encode(promised, new EventMetadata("Promise", "system:test", null), $"promise-{events.Count}", 0);
        await system.Events.Append($"certificate-{certificate}", events.Count - 1, [encoded], system.Clock.GetCurrentInstant(), Cancellation);
        if (work)
            await system.Work();
    }

    private static async Task<(bool IsClosed, int Parcels)> Listed(TestSystem system, LocalDate date)
    {
        var batch = Value(await system.Get<BatchDesk>().Batch(date, Dispatcher, Cancellation));
        return (batch.IsClosed, batch.Parcels.Count);
    }

    private static async Task<LocalDate[]> Where(TestSystem system, string certificate)
    {
        var found = new List<LocalDate>();
        for (var date = Wednesday; date <= Friday.PlusDays(3); date = date.PlusDays(1))
        {
            var state = await system.Get<CommandExecutor>().State<DispatchBatch>(DispatchBatch.KeyOf(date), Cancellation);
            var row = Value(await system.Get<BatchDesk>().Batch(date, Dispatcher, Cancellation));
            Assert.Equal(state.Parcels.Select(p => (p.Certificate.Value, p.TrackingNumber)), row.Parcels.Select(p => (p.Certificate, p.TrackingNumber)));
            if (state.Find(new CertificateId(certificate), 1) is not null)
                found.Add(date);
        }

        return [.. found];
    }
}
