using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Certificates;

/// <summary>From the first to the last second of a generation.</summary>
public sealed record Validity(Instant NotBefore, Instant NotAfter)
{
    public static Validity Until(Instant notBefore, LocalDate lastDate) => new(notBefore, Shanghai.LastSecondOf(lastDate));
}

/// <summary>
/// A certificate or a seal as it was signed: in clear where it names a unit, sealed under the person's key where it names a person (A10). One of the two is given.
/// </summary>
public sealed record KeptDer(Der? Clear, SealedText? Sealed)
{
    public static KeptDer Of(Der der) => new(der, null);

    public static KeptDer Of(SealedText sealedDer) => new(null, sealedDer);
}

/// <summary>When and why a generation stopped being valid before its notAfter.</summary>
public sealed record Revocation(Instant At, RevocationReason Reason);

/// <summary>The encryption half of a pair: its own serial, and its private key enveloped for the holder's signature key alone.</summary>
public sealed record EncryptionCertificate(SerialNumber Serial, KeptDer Certificate, Der EnvelopedKey);

/// <summary>One issued X.509 certificate within a certificate's life, or a pair for signing and encryption (证书实例).</summary>
/// <param name="Serial">The signature certificate's.</param>
public sealed record Generation(int Number, SerialNumber Serial, Validity Validity, KeptDer Certificate)
{
    /// <summary>Null where the generation is one certificate.</summary>
    public EncryptionCertificate? Encryption { get; init; }

    /// <summary>What stands and falls together.</summary>
    public IEnumerable<SerialNumber> Serials => Encryption is { } pair ? [Serial, pair.Serial] : [Serial];

    public Revocation? Revocation { get; init; }

    public LocalDate NotAfterDate => Shanghai.DateOf(Validity.NotAfter);

    // Valid through the last second named: X.509 counts in whole seconds, so the day ends where the next one starts.
    public bool IsValidAt(Instant instant) => Validity.NotBefore <= instant && instant < Validity.NotAfter + Duration.FromSeconds(1)
        && !(Revocation is { } revoked && revoked.At <= instant);

    /// <summary>Revoked from then on; what was revoked before stays as it was.</summary>
    internal Generation RevokedFor(RevocationReason reason, Instant at) => Revocation is null ? this with { Revocation = new Revocation(at, reason) } : this;
}

/// <summary>A signature that the authority has committed to: what will be signed, by which key, under which serial.</summary>
public sealed record SigningIntent(
    int Application, int Generation, SerialNumber Serial, Digest TbsDigest, string SigningKey, Validity Validity)
{
    /// <summary>Null where the generation is to be one certificate.</summary>
    public EncryptionIntent? Encryption { get; init; }

    /// <summary>What is burned together where this comes to nothing.</summary>
    public IEnumerable<SerialNumber> Serials => Encryption is { } pair ? [Serial, pair.Serial] : [Serial];
}

/// <summary>The second signature of a pair that the authority has committed to.</summary>
public sealed record EncryptionIntent(SerialNumber Serial, Digest TbsDigest)
{
    /// <summary>Once it is signed; the generation follows at once.</summary>
    public EncryptionCertificate? Issued { get; init; }
}

/// <summary>Permission to write a new generation onto the key (开通更新权限), for a renewal or a change.</summary>
/// <param name="Holder">Whom the new generation names.</param>
/// <param name="Charge">What was paid for it; its invoice follows when it is on the key (D4).</param>
/// <param name="Seals">Whether the seals go with it and get its notAfter (S1).</param>
public sealed record UpdateGrant(int Application, Operation Operation, Holder Holder, LocalDate NotAfter, Money Charge, bool Seals, Instant GrantedAt)
{
    /// <summary>The generation made for this grant, once it is; it waits to be written to the key.</summary>
    public int? Generation { get; init; }

    /// <summary>The payments that were counted for it; they go back whole where it ends unused.</summary>
    public ImmutableArray<CountedPayment> Payments { get; init; } = [];
}

/// <summary>Permission to reset the PIN through the administrator key (C11).</summary>
public sealed record UnlockGrant(int Application, Money Charge, Instant GrantedAt)
{
    /// <summary>The payments that were counted for it; they go back whole where it ends unused.</summary>
    public ImmutableArray<CountedPayment> Payments { get; init; } = [];
}
