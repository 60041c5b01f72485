using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Events;
using ScCa.Application.Reactions;
using ScCa.Domain.Dispatch;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class BatchDeskTests
{
    // Issued on Monday 5 January: promised for Wednesday.
    private static readonly LocalDate Tuesday = new(2026, 1, 6);
    private static readonly LocalDate Wednesday = new(2026, 1, 7);
    private static readonly LocalDate Thursday = new(2026, 1, 8);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "D1")]
    public async Task D1_A_parcel_taken_out_waits_in_no_batch_and_goes_with_the_one_it_is_put_into()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<BatchDesk>();

        Value(await desk.TakeOut("out-1", Wednesday, certificate, 1, Dispatcher, Cancellation));
        await system.Work();
        Assert.Empty(await Days(system, certificate));
        RefusedWith("D1", "ParcelNotInBatch", await desk.TakeOut("out-2", Wednesday, certificate, 1, Dispatcher, Cancellation));

        Value(await desk.PutIn("in-1", Tuesday, certificate, 1, Dispatcher, Cancellation));
        await system.Work();
        Assert.Equal([Tuesday], await Days(system, certificate));

        system.Clock.Advance(Duration.FromDays(1));
        Value(await desk.CloseBatch("close", Tuesday, Dispatcher, Cancellation));
        Assert.Null(Assert.Single(Value(await desk.PostBatch("post", Tuesday, [new ParcelTracking(certificate, 1, "SF1")], Dispatcher, Cancellation))).Refusal);
        await system.Work();
        Assert.Contains(nameof(KeyPosted), await system.EventNames(certificate));
        RefusedWith("D1", "ParcelAlreadyPosted", await desk.TakeOut("out-3", Tuesday, certificate, 1, Dispatcher, Cancellation));
    }

    [Fact, Trait("rule", "D1")]
    public async Task D1_A_parcel_goes_into_no_batch_later_than_promised_or_before_its_promise_nor_into_two()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<BatchDesk>();

        RefusedWith("D1", "ParcelAlreadyInBatch", await desk.PutIn("in-0", Tuesday, certificate, 1, Dispatcher, Cancellation));
        Value(await desk.TakeOut("out", Wednesday, certificate, 1, Dispatcher, Cancellation));
        foreach (var (day, i) in new[] { Thursday, new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 4) }.Select((d, i) => (d, i)))
        {
            var refusal = (await desk.PutIn($"in-1{i}", day, certificate, 1, Dispatcher, Cancellation)).Refusal;
            Assert.Equal(("BatchOutsidePromise", "2026-01-07"), (refusal?.Code, refusal?.Facts["date"]));
        }

        RefusedWith("D1", "NothingToPost", await desk.PutIn("in-2", Wednesday, certificate, 2, Dispatcher, Cancellation));
        RefusedWith("D1", "NothingToPost", await desk.PutIn("in-3", Wednesday, "c-none", 1, Dispatcher, Cancellation));
        RefusedWith("I6", "IdMalformed", await desk.PutIn("in-4", Wednesday, "不是编号", 1, Dispatcher, Cancellation));
        await system.Work();
        Assert.Empty(await Days(system, certificate));
        Value(await desk.PutIn("in-5", Wednesday, certificate, 1, Dispatcher, Cancellation));
        await system.Work();
        Assert.Equal([Wednesday], await Days(system, certificate));
    }

    [Fact, Trait("rule", "D1")]
    public async Task D1_A_parcel_in_an_earlier_batch_leaves_it_when_it_is_posted_by_itself()
    {
        await using var system = Create();
        var certificate = await Moved(system);

        Value(await system.Get<DispatchDesk>().Post("post", certificate, "SF1", Dispatcher, Cancellation));
        await system.Work();

        Assert.Empty(await Days(system, certificate));
    }

    [Fact, Trait("rule", "D1")]
    public async Task D1_A_promise_that_is_reacted_to_again_leaves_the_parcel_where_staff_have_put_it()
    {
        await using var system = Create();
        var certificate = await Moved(system);
        var promised = (await system.Events.ReadStream($"certificate-{certificate}", Cancellation)).Select(EventCodec.Decode).Single(e => e.Body is ParcelPromised);

        await system.All<IReaction>().OfType<FillBatches>().Single().React(promised, Cancellation);
        await system.Work();

        Assert.Equal([Tuesday], await Days(system, certificate));
    }

    [Fact, Trait("rule", "D1")]
    public async Task Days_with_a_batch_are_listed_the_latest_first()
    {
        await using var system = Create();
        var certificate = await Moved(system);

        var days = Value(await system.Get<BatchDesk>().Days(TestStaff.Auditor, Cancellation));

        Assert.Equal([Wednesday, Tuesday], days.Select(d => d.Date));
        Assert.Equal(certificate, Assert.Single(days[1].Parcels).Certificate);
    }

    private static async Task<string> Moved(TestSystem system)
    {
        var certificate = await system.Issued();
        Value(await system.Get<BatchDesk>().TakeOut("out", Wednesday, certificate, 1, Dispatcher, Cancellation));
        Value(await system.Get<BatchDesk>().PutIn("in", Tuesday, certificate, 1, Dispatcher, Cancellation));
        await system.Work();
        return certificate;
    }

    private static async Task<LocalDate[]> Days(TestSystem system, string certificate) =>
    [
        .. Value(await system.Get<BatchDesk>().Days(Dispatcher, Cancellation)).Where(d => d.Parcels.Any(p => p.Certificate == certificate)).Select(d => d.Date).Order(),
    ];
}
