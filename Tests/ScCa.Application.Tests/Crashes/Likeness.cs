using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Seals;
using ScCa.Domain.Units;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>
/// What a world has come to, as text: every stream's events by kind and its folded state, what every partner was told, and what everybody was answered. Left out is
/// what a crash may change: serials (a generation's is named by its number, burned ones are not named), the intents that came to nothing, and seconds.
/// </summary>
internal sealed partial class Likeness(Process process)
{
    private static readonly string[] MayDiffer =
    [
        EventCatalog.NameOf(typeof(IssuanceIntended)), EventCatalog.NameOf(typeof(EncryptionIntended)), EventCatalog.NameOf(typeof(IssuanceAbandoned)),
        EventCatalog.NameOf(typeof(SealSigningIntended)), EventCatalog.NameOf(typeof(SealSigningAbandoned)),
    ];

    private readonly Dictionary<string, (int Events, string Text)> streams = new(StringComparer.Ordinal);
    private ILookup<string, string> kinds = Enumerable.Empty<string>().ToLookup(k => k);

    /// <summary>Fails where the two have not come to the same.</summary>
    public static async Task Compare(Likeness calm, Likeness stormy)
    {
        var (expected, came) = (await calm.Text(), await stormy.Text());
        if (expected != came)
            throw new TestFailedException($"It came to something else than without the crash:\n{LineDiff.Between(expected, came)}");
    }

    public async Task<string> Text()
    {
        await Read();
        var world = process.World;
        return string.Join('\n',
        [
            .. streams.Values.Select(s => s.Text).Order(StringComparer.Ordinal),
            .. world.Sms.Sent.Select(m => $"sms {NameOf(m.Key)}: {m.Value.Phone} {m.Value.Text}").Order(StringComparer.Ordinal),
            .. world.Till.Refunds.OrderBy(r => r.RefundNumber, StringComparer.Ordinal).Select(r => $"wechat refund {r.RefundNumber} {r.Status} {r.RefundFen}"),
            .. world.Invoices.All.Select(i => $"invoice {i.Number} {i.Status} {i.AmountFen}"),
            .. world.Keys.Written.Select(k => $"on key {k.Key}: {MinuteOf(k.Value)}"),
            $"lists out of turn: {world.Lists.AtOnce.Count > 0}, after every compromise: {await ListsFollowEveryCompromise()}",
            .. world.Words.Forgotten.Select(f => $"forgotten {f}"),
            .. process.Told,
        ]);
    }

    // A list that is issued again is only newer: how many there were, and when, may differ; that none is older than what it should name may not.
    private async Task<bool> ListsFollowEveryCompromise()
    {
        var all = await process.World.Stores.Events.ReadAll(0, int.MaxValue, CancellationToken.None);
        var compromises = all.Select(e => EventCodec.Decode(e).Body).Select(body => body switch
        {
            GenerationRevoked { Reason: RevocationReason.KeyCompromise } e => e.At,
            CertificateRevoked { Reason: RevocationReason.KeyCompromise or RevocationReason.CaCompromise } e => e.At,
            _ => (Instant?)null,
        }).OfType<Instant>().ToList();
        return compromises.Count == 0 || process.World.Lists.Newest >= compromises.Max();
    }

    private async Task Read()
    {
        var all = await process.World.Stores.Events.ReadAll(0, int.MaxValue, CancellationToken.None);
        kinds = all.ToLookup(e => e.Stream, e => e.Type);
        foreach (var events in all.GroupBy(e => e.Stream))
        {
            var count = events.Count();
            if (!streams.TryGetValue(events.Key, out var known) || known.Events != count)
                streams[events.Key] = (count, await Told(events.Key, events));
        }
    }

    private async Task<string> Told(string stream, IEnumerable<StoredEvent> events)
    {
        var (category, key) = (stream[..stream.IndexOf('-', StringComparison.Ordinal)], stream[(stream.IndexOf('-', StringComparison.Ordinal) + 1)..]);
        var told = events.Select(e => e.Type).Where(t => !MayDiffer.Contains(t)).GroupBy(t => t).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
        return $"{category} {NameOf(key)}: {string.Join(", ", told)}\n{MinuteOf(await State(category, key))}";
    }

    // A message is named after the event that it tells of, which stands elsewhere in its stream after a crash: it is the n-th of its kind in either world.
    private string NameOf(string key)
    {
        if (key.LastIndexOf('-') is not (> 0 and var at) || !int.TryParse(key[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            return key;
        var before = kinds[$"{Certificate.Category}-{key[..at]}"].Take(revision + 1).ToList();
        return before is [] ? key : $"{key[..at]} {before[^1]} {before.Count(kind => kind == before[^1])}";
    }

    private async Task<string> State(string category, string key) => category switch
    {
        "certificate" => StateOf(await process.Certificate(key)),
        "transfer" => Describe.Value(await process.State<Transfer>(key)),
        "message" => await process.State<Message>(key) is SentMessage ? nameof(SentMessage) : Describe.Value(await process.State<Message>(key)),
        "unit" => Describe.Value(await process.State<Unit>(key)),
        "batch" => InAnyOrder(await process.State<DispatchBatch>(key)),
        "seal" => StateOf(await process.State<SealFile>(key)),
        "subject" => Describe.Value(await process.State<Subject>(key)),
        _ => throw new TestFailedException($"Nobody has said yet how streams of {category} are compared."),
    };

    private static string StateOf(Certificate state)
    {
        if (state is not KnownCertificate known)
            return Describe.Value(state);
        var text = Describe.Value(known with { BurnedSerials = [] });
        return known is HeldCertificate held
            ? held.Generations.SelectMany(g => g.Serials, (g, serial) => (g.Number, serial)).Aggregate(
                text, (told, of) => told.Replace(of.serial.Value, $"serial of {of.Number}", StringComparison.Ordinal))
            : text;
    }

    private static string StateOf(SealFile state) => state is SignedSeal signed
        ? Describe.Value(signed with { Seal = new SealId("its-id"), BurnedIds = [] })
        : Describe.Value(state);

    // Parcels stand in the order in which they came, and of two at once either may come first.
    private static string InAnyOrder(DispatchBatch batch) => Describe.Value(
        batch with { Parcels = [.. batch.Parcels.OrderBy(p => p.Certificate.Value, StringComparer.Ordinal).ThenBy(p => p.Application)] });

    // A reaction that failed and is tried again comes a moment later.
    private static string MinuteOf(string text) => Seconds().Replace(text, "$1");

    [GeneratedRegex(@"(T\d\d:\d\d):\d\d(\.\d+)?Z", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();
}
