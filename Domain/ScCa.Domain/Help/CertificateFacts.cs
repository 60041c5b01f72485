using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>Whether the certificate on the key is valid on the day asked about.</summary>
public enum CertificateValidity
{
    NotIssued,
    Valid,
    Expired,
}

/// <summary>What is known of the certificate that help is asked for; null is not known, and decides nothing.</summary>
public sealed record CertificateFacts
{
    public static CertificateFacts Unknown { get; } = new();

    /// <summary>Its home platform.</summary>
    public PlatformId? Platform { get; init; }

    public CertificateValidity? Validity { get; init; }

    public bool? IsApplicationOpen { get; init; }

    /// <summary>Whether the open application was made under the phone that asks (A1).</summary>
    public bool? IsUnderThisPhone { get; init; }

    /// <summary>Whether a renewal is granted and not yet written to the key (C5).</summary>
    public bool? IsGrantWaiting { get; init; }

    /// <summary>Whether it has come to the days in which it can be renewed (C3).</summary>
    public bool? IsRenewalOpen { get; init; }

    /// <param name="notAfter">Of the generation on the key; null before the first.</param>
    /// <param name="grantedNotAfter">What a granted renewal will bring; null without one. Left unused past that date, it can bring nothing any more.</param>
    public static CertificateFacts On(
        LocalDate today, PlatformId platform, LocalDate? notAfter, LocalDate? grantedNotAfter, bool isApplicationOpen, bool? isUnderThisPhone) => new()
    {
        Platform = platform,
        Validity = notAfter is not { } last ? CertificateValidity.NotIssued : today > last ? CertificateValidity.Expired : CertificateValidity.Valid,
        IsApplicationOpen = isApplicationOpen,
        IsUnderThisPhone = isUnderThisPhone,
        IsGrantWaiting = grantedNotAfter is { } granted && today <= granted,
        IsRenewalOpen = notAfter is { } end && today >= end.PlusDays(-RenewCertificate.OpensDaysBefore),
    };
}
