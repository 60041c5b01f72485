using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;

namespace ScCa.Domain.Certificates;

/// <summary>One holder's certificate on one USB key through its whole life (数字证书): the fold of <c>certificate-{id}</c>.</summary>
public abstract record Certificate : IEventSourced<Certificate>
{
    public static string Category => "certificate";

    public static Certificate Initial { get; } = new NotApplied();

    /// <summary>The one application that is under way, if any (A2).</summary>
    public OpenApplication? Open { get; init; }
}

/// <summary>Nothing has happened under this id.</summary>
public sealed record NotApplied : Certificate;

/// <summary>Applied for at least once: who it is for and where it belongs are known.</summary>
public abstract record KnownCertificate(CertificateId Id, PlatformId Platform, Holder Holder) : Certificate
{
    /// <summary>Who handled the latest application: whom to tell of what comes later.</summary>
    public required Handler Handler { get; init; }

    /// <summary>How many applications there have been; the next one's number is one more.</summary>
    public int Applications { get; init; }

    /// <summary>A signature that has been committed to and has no outcome yet (C1).</summary>
    public SigningIntent? Intent { get; init; }

    /// <summary>Serials that were committed to and never used; each is answered as revoked for ever.</summary>
    public ImmutableArray<SerialNumber> BurnedSerials { get; init; } = [];

    /// <summary>A parcel that was promised and is not posted yet (D1).</summary>
    public PromisedParcel? Parcel { get; init; }

    /// <summary>When the unit applied for the role account that its key's posting awaits (D2).</summary>
    public LocalDate? RoleAccountAppliedOn { get; init; }

    /// <summary>The invoices that were promised, issued and reversed (D4).</summary>
    public ImmutableArray<Invoice> Invoices { get; init; } = [];
}

/// <summary>Applied for, not yet issued.</summary>
public sealed record RequestedCertificate(CertificateId Id, PlatformId Platform, Holder Holder) : KnownCertificate(Id, Platform, Holder);

/// <summary>There is, or was, something on the key.</summary>
public abstract record HeldCertificate(CertificateId Id, PlatformId Platform, Holder Holder) : KnownCertificate(Id, Platform, Holder)
{
    /// <summary>Every generation ever issued, oldest first.</summary>
    public required ImmutableArray<Generation> Generations { get; init; }

    /// <summary>The number of the generation that is on the key.</summary>
    public required int CurrentGeneration { get; init; }

    /// <summary>Every seal ever made, oldest first (S1–S8).</summary>
    public ImmutableArray<Seal> Seals { get; init; } = [];

    public Generation Current => Generations[CurrentGeneration - 1];

    /// <summary>The last date of the generation on the key; the whole day is valid (C2).</summary>
    public LocalDate NotAfter => Current.NotAfterDate;

    /// <summary>Answered from notAfter and from revocations, never from whether the nightly sweep has run (C9).</summary>
    public bool IsValidAt(Instant instant) => Generations.Any(g => g.Number <= CurrentGeneration && g.IsValidAt(instant));
}

/// <summary>Issued at least once, and not revoked.</summary>
public sealed record IssuedCertificate(CertificateId Id, PlatformId Platform, Holder Holder) : HeldCertificate(Id, Platform, Holder)
{
    /// <summary>A generation that is granted and not yet written to the key (C5).</summary>
    public UpdateGrant? Grant { get; init; }

    /// <summary>A reset of the PIN that is granted and not yet done (C11).</summary>
    public UnlockGrant? UnlockGrant { get; init; }

    /// <summary>The parcels that were posted, one for each application; not those that we have handed over since (D1).</summary>
    public ImmutableArray<SentParcel> Sent { get; init; } = [];

    /// <summary>The latest generation whose expiry has been recorded; 0 before any (C9).</summary>
    public int ExpiredGeneration { get; init; }

    /// <summary>Whether contracts may be signed with it (A9).</summary>
    public bool IsEContractEnabled { get; init; }

    /// <summary>The authority's own revocation, ordered by one and not yet confirmed by another (C8).</summary>
    public RevocationOrder? RevocationOrder { get; init; }

    /// <summary>The seals that were neither replaced nor revoked; some may have ended.</summary>
    public IEnumerable<Seal> StandingSeals => Seals.Where(s => s.Status == SealStatus.Standing);
}

/// <summary>Revoked for good: nothing changes its generations, seals or status any more (C8).</summary>
public sealed record RevokedCertificate(CertificateId Id, PlatformId Platform, Holder Holder) : HeldCertificate(Id, Platform, Holder)
{
    public required Instant RevokedAt { get; init; }

    public required RevocationReason Reason { get; init; }
}
