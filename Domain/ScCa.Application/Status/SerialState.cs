using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Status;

/// <summary>How far a serial has come.</summary>
public enum SerialStage
{
    /// <summary>Committed to; nobody has been given a certificate under it.</summary>
    Intended,
    Issued,

    /// <summary>Given up; a signature may exist that nobody was given.</summary>
    Burned,
}

/// <summary>One serial of a certificate.</summary>
/// <param name="PairOf">The signature certificate's serial where this is the encryption half of its pair.</param>
public sealed record SerialState(
    SerialNumber Serial, int Application, int Generation, Instant NotAfter, string SigningKey, SerialNumber? PairOf, SerialStage Stage, Instant? RevokedAt, RevocationReason? Reason)
{
    /// <summary>What a relying party is told; null where the serial is none yet.</summary>
    public SerialStatus? Status => Stage == SerialStage.Intended
        ? null
        : new SerialStatus(Serial, NotAfter, SigningKey, RevokedAt is { } at ? new Revocation(at, Reason!.Value) : null);

    public bool IsRevoked => RevokedAt is not null;

    // What was revoked before stays as it was.
    internal SerialState RevokedFor(RevocationReason reason, Instant at) => IsRevoked ? this : this with { RevokedAt = at, Reason = reason };

    // Its key was never handed out: nothing is compromised, it only is not to be believed.
    internal SerialState BurnedAt(Instant at) => (this with { Stage = SerialStage.Burned }).RevokedFor(RevocationReason.CessationOfOperation, at);
}
