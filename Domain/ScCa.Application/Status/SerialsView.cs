using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Status;

/// <summary>Which certificate a serial belongs to, and how all serials of a certificate stand.</summary>
public sealed class SerialsView : IView
{
    public const string ViewName = "serials";
    internal const string Revoked = "revoked";
    private const string CertificatePrefix = "certificate/";
    private const string Standing = "standing";
    private const string Serials = "serials";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        IssuanceIntended e => [CertificateKey(happened.StreamKey), SerialKey(e.Serial)],
        EncryptionIntended e => [CertificateKey(happened.StreamKey), SerialKey(e.Serial)],
        CertificateEvent => [CertificateKey(happened.StreamKey)],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        if (Named(happened.Body) is { } named)
            rows.Put(SerialKey(named), Serials, named.Value, new SerialRow(happened.StreamKey));
        var key = CertificateKey(happened.StreamKey);
        var before = rows.Get<CertificateSerials>(key) ?? CertificateSerials.None;
        var after = before.After(happened);
        // Most events of a certificate say nothing of its serials; what they would write is the revision alone, which need not be known.
        if (after.Serials != before.Serials)
            rows.Put(key, PartitionOf(after), SortOf(after), after);
    }

    internal static string SerialKey(SerialNumber serial) => $"serial/{serial.Value}";

    internal static string CertificateKey(string certificate) => CertificatePrefix + certificate;

    internal static string CertificateOf(ViewRow row) => row.Key[CertificatePrefix.Length..];

    /// <summary>The serial that the event names for the first time.</summary>
    internal static SerialNumber? Named(object happened) => happened switch
    {
        IssuanceIntended e => e.Serial,
        EncryptionIntended e => e.Serial,
        _ => null,
    };

    // Lists leave out what has passed its notAfter: of the revoked only those rows are read that end after the list's instant.
    private static string PartitionOf(CertificateSerials serials) => serials.Serials.Any(s => s.IsRevoked) ? Revoked : Standing;

    private static string SortOf(CertificateSerials serials) => SortKeys.Of(serials.Serials.Max(s => s.NotAfter));

    internal sealed record SerialRow(string Certificate);
}
