using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Seals;

public enum SealStatus
{
    Standing,
    Replaced,
    Revoked,
}

/// <summary>One electronic seal of a certificate (电子印章); each one made anew has a number of its own.</summary>
/// <param name="Picture">The digest of the picture it shows.</param>
/// <param name="Generation">The generation it names as its signer.</param>
/// <param name="NotAfter">Its last date, never later than its certificate's (S2).</param>
public sealed record Seal(int Number, SealFormat Format, Digest Picture, int Generation, LocalDate NotAfter)
{
    public SealStatus Status { get; init; } = SealStatus.Standing;

    /// <summary>Whether its end has been recorded (S6).</summary>
    public bool IsExpiryRecorded { get; init; }

    /// <summary>Neither replaced, revoked nor ended.</summary>
    public bool IsLiveOn(LocalDate date) => Status == SealStatus.Standing && date <= NotAfter;
}
