using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Ports;
using ScCa.Domain;
using Xunit;
using static ScCa.Application.Tests.Crashes.RunningApplication;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Parcels on their way to handlers.</summary>
internal static class ParcelActs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task Post(this Process process, string certificate, string trackingNumber) => process.Ask("post", () =>
        process.Get<DispatchDesk>().Post($"post-{certificate}-{trackingNumber}", certificate, trackingNumber, First, Cancellation));

    public static Task Label(this Process process, string certificate, int application) => process.Ask("label", () =>
        process.Get<CourierDesk>().Label($"label-{certificate}-{application}", certificate, application, First, Cancellation));

    public static Task Resend(this Process process, string certificate, int application, string trackingNumber) => process.Ask("resend", () =>
        process.Get<CourierDesk>().Resend($"resend-{trackingNumber}", certificate, application, trackingNumber, First, Cancellation));

    /// <summary>On its day, all that a batch holds is closed and posted together.</summary>
    public static async Task PostBatch(this Process process, LocalDate date)
    {
        process.World.Clock.Set(Instant.Max(process.Now, Shanghai.StartOf(date) + Duration.FromHours(15)));
        if (!await process.Ask("close batch", () => process.Get<BatchDesk>().CloseBatch($"close-{date:uuuu-MM-dd}", date, First, Cancellation)))
            return;
        var batch = await process.Get<BatchDesk>().Batch(date, First, Cancellation);
        var parcels = batch.Value!.Parcels.Select(p => new ParcelTracking(p.Certificate, p.Application, $"SF{Digits.Of($"{p.Certificate}-{p.Application}", 13)}")).ToList();
        await process.Ask("post batch", () => process.Get<BatchDesk>().PostBatch($"post-batch-{date:uuuu-MM-dd}", date, parcels, First, Cancellation));
    }

    /// <summary>Staff take a parcel out of its batch, and put it back or leave it.</summary>
    public static async Task TakeOut(this Process process, string id, LocalDate date, string certificate, int application, bool putBack)
    {
        await process.Ask("take out", () => process.Get<BatchDesk>().TakeOut(id, date, certificate, application, First, Cancellation));
        if (putBack)
            await process.Ask("put in", () => process.Get<BatchDesk>().PutIn($"{id}-in", date, certificate, application, First, Cancellation));
    }

    public static Task Tell(this Process process, string trackingNumber, TrackingCode code, ParcelSigner? signer)
    {
        process.World.Courier.Tell(trackingNumber, code, process.Now - Duration.FromMinutes(1), signer);
        return process.Settle();
    }
}
