using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Views;

/// <summary>A key's parcel as its applicant sees it.</summary>
/// <param name="Standing">One of the names of <see cref="ParcelStanding"/>, or <see cref="Labelled"/> or <see cref="HandedOver"/>.</param>
public sealed record ShownParcel(string TrackingNumber, string Standing)
{
    /// <summary>The label is made; the courier does not have the parcel yet.</summary>
    public const string Labelled = "Labelled";

    /// <summary>The handler has the key from our own hands, or has said that he has it.</summary>
    public const string HandedOver = "HandedOver";

    /// <summary>The parcel after this event; as it was where the event is not about it.</summary>
    internal static ShownParcel? After(ShownParcel? parcel, ApplicationEvent happened) => happened switch
    {
        ParcelLabelled e => new ShownParcel(e.TrackingNumber, Labelled),
        KeyPosted e => new ShownParcel(e.TrackingNumber, nameof(ParcelStanding.OnItsWay)),
        ParcelResent e => new ShownParcel(e.TrackingNumber, nameof(ParcelStanding.OnItsWay)),
        ParcelDelivered e => new ShownParcel(e.TrackingNumber, e.ToHandler ? nameof(ParcelStanding.SignedByHandler) : nameof(ParcelStanding.SignedByAnother)),
        ParcelReturned e => new ShownParcel(e.TrackingNumber, nameof(ParcelStanding.Returned)),
        ParcelHandedOver => parcel is null ? null : parcel with { Standing = HandedOver },
        _ => parcel,
    };
}
