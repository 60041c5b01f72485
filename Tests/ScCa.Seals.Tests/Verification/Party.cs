using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Timestamps;

namespace ScCa.Seals.Tests.Verification;

/// <summary>Somebody with a key and a certificate.</summary>
internal sealed record Party(ISigner Key, PkiCertificate Certificate)
{
    /// <summary>A timestamp that this party makes.</summary>
    public byte[] Stamp(MessageImprint imprint, DateTimeOffset at) =>
        new TimestampAuthority(new TimestampAuthorityOptions("1.2.3.4.1") { ClocksMin = 1 }, Key, Certificate, [], [new StoppedClock(at)])
            .Answer(TimestampRequest.For(imprint)).Token!.Value.ToArray();

    private sealed class StoppedClock(DateTimeOffset at) : IClockSource
    {
        public string Name => "stopped";

        public ClockReading? Read() => new ClockReading(at, TimeSpan.Zero);
    }
}
