using System.Globalization;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Status;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Stores.Memory;

namespace ScCa.Application.Tests.Status;

/// <summary>Revoked certificates by the thousand: no more of their streams than what serials are made of.</summary>
internal sealed class ManyCertificates(int count)
{
    public static readonly Instant Issued = Instant.FromUtc(2026, 1, 5, 1, 0);

    private static readonly EventMetadata Metadata = new("Test", "system:test", null);

    public MemoryStores Stores { get; } = new();

    public int Count => count;

    public async Task Revoke()
    {
        for (var i = 0; i < count; i++)
            await Append(i, Intended(i, 1, Issued + Duration.FromDays(365)), new CertificateRevoked(null, RevocationReason.PrivilegeWithdrawn, [], Issued));
    }

    /// <summary>Each gets its first certificate.</summary>
    public async Task Issue()
    {
        for (var i = 0; i < count; i++)
            await Append(i, Intended(i, 1, Issued + Duration.FromDays(365)), new GenerationIssued(1, 1, SerialOf(i, 1), new Validity(Issued, Issued + Duration.FromDays(365)), new KeptDer(null, null), Issued));
    }

    public Task Revoke(int which) => Append(which, new CertificateRevoked(null, RevocationReason.PrivilegeWithdrawn, [], Issued));

    /// <summary>Something is intended for one of them that ends later than everything else.</summary>
    public Task Renew(int which, int generation) => Append(which, Intended(which, generation, Issued + Duration.FromDays(800 + which)));

    public Task CatchUp(long position = long.MaxValue) =>
        new ViewRunner(new EventsUpTo(Stores.Events, position), Stores.Views, [new SerialsView()]).CatchUp(CancellationToken.None);

    public static SerialNumber SerialOf(int which, int generation) => SerialNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"8{which:X8}{generation:X4}"));

    private static IssuanceIntended Intended(int which, int generation, Instant until) => new(
        1, generation, SerialOf(which, generation), TestSystem.DigestOf("tbs"), "key", new Validity(Issued, until), Issued);

    private async Task Append(int which, params object[] events)
    {
        var stream = string.Create(CultureInfo.InvariantCulture, $"certificate-c{which:D6}");
        var revision = (await Stores.Events.ReadStream(stream, CancellationToken.None)).Count - 1;
        await Stores.Events.Append(
            stream, revision, [.. events.Select((e, i) => EventCodec.Encode(e, Metadata, $"{stream}-{revision}", i))], Issued, CancellationToken.None);
    }
}
