using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Courier;

/// <summary>Has a courier make labels and reads what he pushes, over signed HTTPS (see the README of <c>Partners/</c>).</summary>
public sealed class PartnerCourier : ICourier, IDisposable
{
    private const int AnswerOctetsMax = 1024 * 1024;

    private const int PushOctetsMax = 1024 * 1024;

    private const int TextLengthMax = 200;

    private readonly PartnerClient client;
    private readonly PartnerCallbacks callbacks;

    /// <summary>Takes over the key and disposes of it.</summary>
    /// <param name="handler">What carries the requests; null: the network. Taken over, too.</param>
    /// <exception cref="GatewayRefusedException">The options cannot be used.</exception>
    public PartnerCourier(PartnerOptions options, PartnerKey key, IClock clock, IRandomSource random, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check("Courier");
        client = new PartnerClient(CourierJson.Service, options, key, clock, random, handler);
        callbacks = new PartnerCallbacks(CourierJson.Service, options, key, clock, PushOctetsMax);
    }

    public Task<GatewayResult<CourierLabel>> CreateLabel(CourierOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var body = new CourierJson.Order(PartnerText.Number(order.Number), Party(order.Recipient), Party(order.Sender));
        return client.Post("v1/parcels", PartnerJson.Write(body), AnswerOctetsMax, answer => CourierJson.Label(answer, order.Number), cancellation);
    }

    public CallbackOutcome<TrackingReport> ReadPush(CallbackHeaders headers, ReadOnlySpan<byte> body) => callbacks.Read(headers, body, CourierJson.Events);

    public void Dispose() => client.Dispose();

    private static CourierJson.Party Party(CourierParty party) => IsText(party.Name) && IsText(party.Phone) && IsText(party.Address)
        ? new CourierJson.Party(party.Name, party.Phone, party.Address)
        : throw new ArgumentException("Recipient and sender need a name, a phone and an address.", nameof(party));

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= TextLengthMax && !text.Any(char.IsControl);
}
