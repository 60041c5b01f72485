using NodaTime;

namespace ScCa.Domain.Dispatch;

/// <summary>Where a posted parcel is, by what its courier says (D1).</summary>
public enum ParcelStanding
{
    OnItsWay,

    /// <summary>The handler has signed for it in person, as it has to be.</summary>
    SignedByHandler,

    /// <summary>Somebody else has signed for it: whether the handler has it is not known.</summary>
    SignedByAnother,

    /// <summary>It came back.</summary>
    Returned,
}

/// <summary>A parcel that was posted and not handed over by ourselves since; sent again, it goes under its new number.</summary>
/// <param name="Sending">How many times it has been sent: 1 for the first.</param>
/// <param name="Since">When it came to stand so.</param>
public sealed record SentParcel(int Application, string TrackingNumber, int Sending, ParcelStanding Standing, Instant Since)
{
    /// <summary>Whether somebody at the dispatch desk has to see to it.</summary>
    public bool NeedsCare => Standing is ParcelStanding.Returned or ParcelStanding.SignedByAnother;
}
