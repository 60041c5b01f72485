using System.Runtime.CompilerServices;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.Views;

/// <summary>Where something stands that was searched for.</summary>
public sealed record FoundRow(string Certificate, string By);

/// <summary>
/// Finds certificates by a whole name, phone, ID number, credit code or serial (A7). Personal facts are in it as keyed hashes alone, so that nobody reads
/// them here, and no part of one finds anything.
/// </summary>
public sealed class SearchView : IView
{
    public const string ViewName = "search";
    public const string ByName = "name";
    public const string ByPhone = "phone";
    public const string ByIdNumber = "id-number";
    public const string ByCreditCode = "credit-code";
    public const string BySerial = "serial";

    public string Name => ViewName;

    public int Version => 1;

    public static string PartitionOf(string by, string value) => $"{by}/{value}";

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) =>
        happened is null ? [] : [.. Facts(happened.Body).Select(f => Key(happened, f.By, f.Value)).Distinct(StringComparer.Ordinal)];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        foreach (var (by, value) in Facts(happened.Body))
            rows.Put(Key(happened, by, value), PartitionOf(by, value), happened.StreamKey, new FoundRow(happened.StreamKey, by));
    }

    private static IEnumerable<(string By, string Value)> Facts(object body) => body switch
    {
        CertificateAppliedFor e => [.. Of(e.Holder), .. Of(e.Under.Applying.Handler)],
        ChangeApplied e => [.. Of(e.NewHolder), .. Of(e.Under.Applying.Handler)],
        OperationApplied e => Of(e.Under.Applying.Handler),
        HandlerChanged e => Of(e.Handler),
        GenerationIssued e => [(BySerial, e.Serial.Value)],
        EncryptionIssued e => [(BySerial, e.Serial.Value)],
        _ => [],
    };

    private static IEnumerable<(string, string)> Of(Holder holder)
    {
        if (holder.Unit is { } unit)
        {
            yield return (ByName, unit.NameIndex.Value);
            yield return (ByCreditCode, unit.CreditCode.Value);
        }

        if (holder.NaturalPerson is { } person)
        {
            yield return (ByName, person.NameIndex.Value);
            yield return (ByIdNumber, person.IdNumberIndex.Value);
        }
    }

    private static IEnumerable<(string, string)> Of(Handler handler) => [(ByPhone, handler.PhoneIndex.Value)];

    private static string Key(RecordedEvent happened, string by, string value) => $"{by}/{value}/{happened.StreamKey}";
}

/// <summary>Asks the view.</summary>
public sealed class SearchReader(IViewStore store)
{
    private const int FoundMax = 200;

    public async Task<IReadOnlyList<string>> Certificates(string by, string value, CancellationToken cancellation)
    {
        var rows = await store.Query(SearchView.ViewName, SearchView.PartitionOf(by, value), null, null, FoundMax, cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => Rows.Read<FoundRow>(r).Certificate)];
    }

    /// <summary>However many there are.</summary>
    public async IAsyncEnumerable<string> AllCertificates(string by, string value, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? last = null; ;)
        {
            // Sorted by certificate, one row each: the first of the next page is the last of this one.
            var rows = await store.Query(SearchView.ViewName, SearchView.PartitionOf(by, value), last, null, FoundMax, cancellation).ConfigureAwait(false);
            foreach (var certificate in rows.Select(r => Rows.Read<FoundRow>(r).Certificate).Where(c => c != last))
                yield return certificate;
            if (rows.Count < FoundMax)
                yield break;
            last = rows[^1].Sort;
        }
    }
}
