using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Courier;

/// <summary>
/// Stands in for the courier: speaks the real protocol with itself, and whoever shows the system carries the parcels. Orders lie in <c>parcels.jsonl</c>,
/// without recipients; what was told of them in the folder <c>courier</c>.
/// </summary>
public sealed class LocalCourier : ICourier, ITrackingEvents, IStandIn, IForgets, IDisposable
{
    public const string FileName = "parcels.jsonl";

    private readonly IClock clock;
    private readonly IRandomSource random;
    private readonly LocalRecords<LocalParcel> records;
    private readonly LocalPartner courier;
    private readonly PartnerCourier real;
    private readonly TrackingFolder tracking;
    private readonly LocalContents contents = new();

    public LocalCourier(string folder, IClock clock, IRandomSource random)
    {
        (this.clock, this.random) = (clock, random);
        records = new LocalRecords<LocalParcel>(folder, FileName, parcel => parcel.Number);
        tracking = new TrackingFolder(Path.Combine(folder, "courier"), NullLogger<TrackingFolder>.Instance);
        var key = PartnerKey.Random(random);
        courier = new LocalPartner(CourierJson.Service, LocalPartner.Options, key, clock, random, Serve);
        real = new PartnerCourier(LocalPartner.Options, key, clock, random, courier);
    }

    public (string ZhCn, string En) StandsInFor => ("快递", "courier");

    public Task<GatewayResult<CourierLabel>> CreateLabel(CourierOrder order, CancellationToken cancellation) => real.CreateLabel(order, cancellation);

    public CallbackOutcome<TrackingReport> ReadPush(CallbackHeaders headers, ReadOnlySpan<byte> body) => real.ReadPush(headers, body);

    public Task<IReadOnlyList<NumberedTracking>> ReadAfter(long number, int max, CancellationToken cancellation) => tracking.ReadAfter(number, max, cancellation);

    public Task<IReadOnlyList<TrackingEvent>> Of(string trackingNumber, CancellationToken cancellation) => tracking.Of(trackingNumber, cancellation);

    public Task<ImmutableArray<BadTracking>> Take(TrackingReport report, CancellationToken cancellation) => tracking.Take(report, cancellation);

    public Task Forget(ForgottenPerson person, CancellationToken cancellation) => tracking.Forget(person, cancellation);

    /// <summary>Something happens to a parcel now; the push that tells of it. The parcel may have been labelled elsewhere: a clerk types its number in.</summary>
    public (CallbackHeaders Headers, byte[] Body) Tell(string trackingNumber, TrackingCode code, ParcelSigner? signer = null) =>
        courier.Callback(CourierJson.Write([new TrackingEvent(trackingNumber, code, clock.GetCurrentInstant(), signer)]));

    public void Dispose()
    {
        real.Dispose();
        courier.Dispose();
    }

    private Task<LocalAnswer> Serve(HttpMethod method, string path, byte[] body, CancellationToken cancellation) =>
        method == HttpMethod.Post && path == "/v1/parcels" && PartnerJson.Read<CourierJson.Order>(body) is { Number: { } number }
            ? records.With(shelf => Labelled(shelf, number, body), cancellation)
            : Task.FromResult(LocalAnswer.Refused(400, "invalid-request"));

    private LocalAnswer Labelled(LocalShelf<LocalParcel> shelf, string number, byte[] body)
    {
        var parcel = shelf.Find(number) ?? shelf.Put(new LocalParcel(number, $"LOCAL{LocalPartner.NewName(random, 12)}"));
        if (!contents.IsFirstOrSame(number, body))
            return LocalAnswer.Refused(409, "number-used");
        // Whom it goes to is known to whoever shows the system: a stand-in's label names only the parcel.
        var label = Encoding.ASCII.GetBytes($"^XA^FO50,50^BCN,100,Y^FD{parcel.TrackingNumber}^FS^XZ");
        return LocalAnswer.Done(new CourierJson.Parcel(number, parcel.TrackingNumber, "zpl", Convert.ToBase64String(label)));
    }

    private sealed record LocalParcel(string Number, string TrackingNumber);
}
