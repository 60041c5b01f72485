using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Courier;

/// <summary>How a courier writes what happened to a parcel, in pushes and files alike.</summary>
internal static class TrackingText
{
    /// <summary>An event, or why it is none; the order is the order in which a person would look for what is wrong.</summary>
    public static (TrackingEvent? Event, TrackingFault? Fault) Read(string? trackingNumber, string? code, string? time, string? signer)
    {
        if (!IsTrackingNumber(trackingNumber))
            return (null, TrackingFault.TrackingNumberUnreadable);
        if (Code(code) is not { } known)
            return (null, TrackingFault.CodeUnknown);
        if (PartnerText.Time(time) is not { } at)
            return (null, TrackingFault.TimeUnreadable);
        var signed = Signer(signer);
        if (signed is null != string.IsNullOrEmpty(signer) || signed is null == (known == TrackingCode.Delivered))
            return (null, TrackingFault.SignerUnreadable);
        return (new TrackingEvent(trackingNumber!, known, at, signed), null);
    }

    public static bool IsTrackingNumber(string? text) => text is { Length: >= 6 and <= 40 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public static string Of(TrackingCode code) => code switch
    {
        TrackingCode.Accepted => "accepted",
        TrackingCode.InTransit => "in-transit",
        TrackingCode.Delivered => "delivered",
        TrackingCode.Returned => "returned",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    public static string? Of(ParcelSigner? signer) => signer switch
    {
        null => null,
        ParcelSigner.Recipient => "recipient",
        ParcelSigner.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(signer)),
    };

    private static TrackingCode? Code(string? text) => text switch
    {
        "accepted" => TrackingCode.Accepted,
        "in-transit" => TrackingCode.InTransit,
        "delivered" => TrackingCode.Delivered,
        "returned" => TrackingCode.Returned,
        _ => null,
    };

    private static ParcelSigner? Signer(string? text) => text switch
    {
        "recipient" => ParcelSigner.Recipient,
        "other" => ParcelSigner.Other,
        _ => null,
    };
}
