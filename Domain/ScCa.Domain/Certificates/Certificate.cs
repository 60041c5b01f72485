using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

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
}

/// <summary>Applied for, not yet issued.</summary>
public sealed record RequestedCertificate(CertificateId Id, PlatformId Platform, Holder Holder) : KnownCertificate(Id, Platform, Holder);

/// <summary>Issued at least once.</summary>
public sealed record IssuedCertificate(CertificateId Id, PlatformId Platform, Holder Holder) : KnownCertificate(Id, Platform, Holder)
{
    /// <summary>Every generation ever issued, oldest first.</summary>
    public required ImmutableArray<Generation> Generations { get; init; }

    /// <summary>The number of the generation that is on the key.</summary>
    public required int CurrentGeneration { get; init; }

    /// <summary>A renewal that is granted and not yet written to the key (C5).</summary>
    public UpdateGrant? Grant { get; init; }

    /// <summary>The latest generation whose expiry has been recorded; 0 before any (C9).</summary>
    public int ExpiredGeneration { get; init; }

    public Generation Current => Generations[CurrentGeneration - 1];

    /// <summary>The last date of the generation on the key; the whole day is valid (C2).</summary>
    public LocalDate NotAfter => Current.NotAfterDate;

    /// <summary>Answered from notAfter, never from whether the nightly sweep has run (C9).</summary>
    public bool IsValidAt(Instant instant) => Generations.Any(g => g.Number <= CurrentGeneration && g.IsValidAt(instant));
}
