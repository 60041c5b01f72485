using ScCa.Application.Ports;

namespace ScCa.Issuance.Building;

/// <summary>What a subject's template may speak of; null where the subject has no such thing, and the attribute is left out.</summary>
/// <param name="UniqueId">Tells apart those of one name.</param>
public sealed record SubjectValues(string CommonName, string? Organization = null, string? CreditCode = null, string? UniqueId = null)
{
    internal static SubjectValues Of(CertificateSubject subject) => new(subject.CommonName, subject.Organization, subject.CreditCode?.Value, subject.UniqueId);
}
