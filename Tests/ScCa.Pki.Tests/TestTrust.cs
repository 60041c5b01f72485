using ScCa.Pki.Certificates;
using ScCa.Testing.Fixtures;

namespace ScCa.Pki.Tests;

/// <summary>Judgements of certificates that need no path: signed by this one authority, and valid at the instant.</summary>
internal static class TestTrust
{
    public static CertificateTrust In(PkiCertificate authority) =>
        (certificate, _, at) => certificate.IsSignedBy(authority.PublicKey) && certificate.Issuer.Equals(authority.Subject) && certificate.IsValidAt(at);

    /// <summary>The fixtures' issuing authority.</summary>
    public static CertificateTrust InFixtures { get; } = In(PkiCertificate.From(Fixtures.File("sub.crt")));

    /// <summary>An instant at which every fixture is valid.</summary>
    public static readonly DateTimeOffset FixtureTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
