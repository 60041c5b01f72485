using ScCa.Benchmarks.Compare;

namespace ScCa.Benchmarks.Issuing;

/// <summary>A holder's certificate from its fields to its bytes, on one core.</summary>
public static class IssueCompared
{
    public static ICompared Comparison { get; } = new RateCompared(
        "issue", "SM2 certificates built, linted, signed, verified and put together, one by one; peer: the framework's CertificateRequest with P-256",
        MeasuredUnit.PerSecond("certificates"), 1, Ours, Peer);

    private static Action Ours()
    {
        var ours = new IssuedByOurs();
        Check(ours.Issue());
        return () => ours.Issue();
    }

    private static Action Peer()
    {
        var peer = new IssuedByFramework();
        Check(peer.Issue());
        return () => peer.Issue();
    }

    private static void Check(byte[] certificate)
    {
        using var read = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(certificate);
        if (read.Extensions.Count != 7)
            throw new InvalidOperationException("Both sides say the same.");
    }
}
