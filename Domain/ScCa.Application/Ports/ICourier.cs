namespace ScCa.Application.Ports;

public sealed record CourierParty(string Name, string Phone, string Address)
{
    /// <summary>Who it is stays out of logs.</summary>
    public override string ToString() => nameof(CourierParty);
}

/// <summary>Whose name and address stand on parcels, and where they come back to.</summary>
public sealed record CourierSender(CourierParty Party);

/// <param name="Number">Ours, 6 to 32 letters, digits, - or _; the same number is the same parcel.</param>
/// <param name="Recipient">Only he may sign for it (D1).</param>
public sealed record CourierOrder(string Number, CourierParty Recipient, CourierParty Sender)
{
    public override string ToString() => $"CourierOrder {Number}";
}

public enum LabelFormat
{
    Pdf,
    Zpl,
}

/// <param name="Content">What goes to the printer as it is. It names the recipient: print it, do not keep it.</param>
public sealed record CourierLabel(string OrderNumber, string TrackingNumber, LabelFormat Format, ReadOnlyMemory<byte> Content)
{
    public override string ToString() => $"CourierLabel {OrderNumber}";
}

/// <summary>
/// Parcels to handlers (快递, D1). <b>Durability</b>: the courier remembers orders under our numbers. <b>Idempotence</b>: asked again under its number he
/// answers with the same label, and with other content by a refusal; what he pushes may come more than once and in any order.
/// <b>Concurrency</b>: safe from any thread. <b>Failure</b>: a refusal is a result; an <see cref="HttpRequestException"/> or <see cref="TimeoutException"/>
/// means that the outcome is unknown.
/// </summary>
public interface ICourier
{
    Task<GatewayResult<CourierLabel>> CreateLabel(CourierOrder order, CancellationToken cancellation);

    /// <summary>Reads what the courier pushed; the body octet by octet as it came. What counts once is for <see cref="ITrackingEvents"/> to say.</summary>
    CallbackOutcome<TrackingReport> ReadPush(CallbackHeaders headers, ReadOnlySpan<byte> body);
}
