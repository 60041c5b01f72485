using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;
using ScCa.Issuance.Journal;

namespace ScCa.Application.Tests.Crashes.Matrix;

/// <summary>What the events say of signatures, held against what the keys were asked and what the signer wrote down itself (C1).</summary>
internal sealed class SigningHistory(IReadOnlyList<StoredEvent> stored)
{
    private readonly List<RecordedEvent> events = [.. stored.Select(EventCodec.Decode)];

    /// <summary>Everything that is not as it should be.</summary>
    public IReadOnlyList<string> Faults(RealOffices offices) =>
    [
        .. GenerationsPerGrant(), .. SerialsTwice(), .. Unsettled(),
        .. Unknown(offices.Signed, [.. CertificateIntents.Select(i => i.Serial.Value)]), .. Unknown(offices.SealsSigned, [.. SealIntents.Select(i => i.Seal.Value)]),
        .. Journal(offices),
    ];

    private IEnumerable<(SerialNumber Serial, Digest Digest)> CertificateIntents => Of<IssuanceIntended>().Select(e => (e.Serial, e.TbsDigest))
        .Concat(Of<EncryptionIntended>().Select(e => (e.Serial, e.TbsDigest)));

    private IEnumerable<SealSigningIntended> SealIntents => Of<SealSigningIntended>();

    private IEnumerable<string> GenerationsPerGrant() => Of<GenerationIssued>().GroupBy(e => e.Application).Where(g => g.Count() > 1)
        .Select(g => $"Application {g.Key} has {g.Count()} generations.");

    private IEnumerable<string> SerialsTwice() => CertificateIntents.GroupBy(i => i.Serial).Where(g => g.Count() > 1).Select(g => $"{g.Key} is intended twice.")
        .Concat(SealIntents.GroupBy(i => i.Seal).Where(g => g.Count() > 1).Select(g => $"{g.Key} is intended twice."));

    private IEnumerable<string> Unsettled()
    {
        var settled = Of<GenerationIssued>().Select(e => e.Serial).Concat(Of<IssuanceAbandoned>().Select(e => e.Serial)).ToHashSet();
        var sealsSettled = Of<SealSigned>().Select(e => e.Seal).Concat(Of<SealSigningAbandoned>().Select(e => e.Seal)).ToHashSet();
        var lists = events.Where(e => e.Body is RevocationListEvent).GroupBy(e => e.StreamKey);
        return Of<IssuanceIntended>().Where(e => !settled.Contains(e.Serial)).Select(e => $"{e.Serial} is intended and nothing came of it.")
            .Concat(SealIntents.Where(e => !sealsSettled.Contains(e.Seal)).Select(e => $"{e.Seal} is intended and nothing came of it."))
            .Concat(lists.Where(l => l.Last().Body is RevocationListIntended).Select(l => $"The last list of {l.Key} is intended and nothing came of it."));
    }

    private static IEnumerable<string> Unknown(List<string> signed, HashSet<string> intended) => signed.Where(s => !intended.Contains(s)).Select(s => $"{s} was signed and never intended.")
        .Concat(signed.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => $"{g.Key} was signed {g.Count()} times."));

    private IEnumerable<string> Journal(RealOffices offices)
    {
        var folder = Path.Combine(offices.Folder, "demo-ca");
        // A seal's id stands for its serial there, as the maker writes it down.
        var intents = CertificateIntents.Concat(SealIntents.Select(e => (SerialNumber.Parse(e.Seal.Value.TrimStart('0').ToUpperInvariant()), e.TbsDigest)));
        var lines = string.Concat(Directory.GetFiles(folder, "signatures*").Select(File.ReadAllText));
        return JournalCheck.Check(folder, intents).Where(finding => finding.IsAlarming).Select(finding => $"The journal: {finding}")
            .Concat(offices.Signed.Where(serial => !lines.Contains(serial, StringComparison.Ordinal)).Select(serial => $"{serial} was signed off the record."));
    }

    private IEnumerable<T> Of<T>() => events.Select(e => e.Body).OfType<T>();
}
