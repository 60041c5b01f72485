using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Timestamps;

namespace ScCa.Pki.Tests.Timestamps;

/// <summary>A timestamp authority below a root of the same kind, with clocks that say what a test wants.</summary>
internal sealed class TestTimestamps : IDisposable
{
    public const string Policy = "1.3.6.1.4.1.99999.1";

    private readonly TestAuthority root;
    private readonly TestKey key;

    public TestTimestamps(Algorithms.PublicKeyKind kind, Func<TimestampAuthorityOptions, TimestampAuthorityOptions>? adjust = null, params IReadOnlyList<IClockSource> clocks)
    {
        root = new TestAuthority(kind);
        key = TestKey.New(kind);
        Certificate = Issue(root, key);
        var options = new TimestampAuthorityOptions(Policy);
        Authority = new(adjust?.Invoke(options) ?? options, key.Signer, Certificate, [root.Certificate], clocks.Count > 0 ? clocks : [new FixedClock(), new FixedClock(7)]);
    }

    public TimestampAuthority Authority { get; }

    public PkiCertificate Certificate { get; }

    public PkiCertificate RootCertificate => root.Certificate;

    public TestKey Key => key;

    public TestKey RootKey => root.Key;

    public CertificateTrust Trust => TestTrust.In(root.Certificate);

    public TimestampExpectation Expecting(ReadOnlyMemory<byte> data) => new(data, TestAuthority.Now, Trust);

    public static PkiCertificate Issue(TestAuthority root, TestKey key) => root.Issue(
        TestAuthority.NameOf("Test TSA"), key.PublicKey,
        [KeyUsage.Of(KeyUsages.DigitalSignature | KeyUsages.NonRepudiation), ExtendedKeyUsage.Of(isCritical: true, Oids.TimeStamping)]);

    public void Dispose()
    {
        key.Dispose();
        root.Dispose();
    }
}

/// <summary>Says now, and so many milliseconds after it.</summary>
internal sealed class FixedClock(double milliseconds = 0, double accuracyMs = 3) : IClockSource
{
    public string Name => $"now{milliseconds:+0;-0;+0}";

    public ClockReading? Read() => new ClockReading(TestAuthority.Now.AddMilliseconds(milliseconds), TimeSpan.FromMilliseconds(accuracyMs));
}

/// <summary>Has no time to give.</summary>
internal sealed class SilentClock : IClockSource
{
    public string Name => "silent";

    public ClockReading? Read() => null;
}
