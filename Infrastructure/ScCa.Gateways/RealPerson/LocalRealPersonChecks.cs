using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.RealPerson;

/// <summary>
/// Stands in for the examiner: speaks the real protocol with itself, and whoever shows the system says how a check ends. Checks lie in
/// <c>real-person.jsonl</c>, without name and id number.
/// </summary>
public sealed class LocalRealPersonChecks : IRealPersonChecks, IStandIn, IDisposable
{
    public const string FileName = "real-person.jsonl";

    private readonly IClock clock;
    private readonly IRandomSource random;
    private readonly LocalRecords<LocalCheck> records;
    private readonly LocalPartner examiner;
    private readonly PartnerRealPersonChecks real;
    private readonly LocalContents contents = new();

    public LocalRealPersonChecks(string folder, IClock clock, IRandomSource random)
    {
        (this.clock, this.random) = (clock, random);
        records = new LocalRecords<LocalCheck>(folder, FileName, check => check.Number);
        var key = PartnerKey.Random(random);
        examiner = new LocalPartner(RealPersonJson.Service, LocalPartner.Options, key, clock, random, Serve);
        real = new PartnerRealPersonChecks(LocalPartner.Options, key, clock, random, examiner);
    }

    public (string ZhCn, string En) StandsInFor => ("法人实人认证", "real-person check");

    public Task<GatewayResult<Uri>> Begin(RealPersonCheck check, CancellationToken cancellation) => real.Begin(check, cancellation);

    public Task<GatewayResult<RealPersonOutcome>> Find(string number, CancellationToken cancellation) => real.Find(number, cancellation);

    public CallbackOutcome<RealPersonOutcome> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => real.ReadCallback(headers, body);

    /// <summary>The numbers of the checks that were begun and have not ended, the oldest first.</summary>
    public Task<IReadOnlyList<string>> Open(CancellationToken cancellation) => records.With<IReadOnlyList<string>>(
        shelf => [.. shelf.All.Select(c => c.Number).Distinct(StringComparer.Ordinal).Where(n => shelf.Find(n) is { DecidedAt: null })], cancellation);

    /// <summary>Ends a check that was begun, once; the callback that tells of it, signed anew each time.</summary>
    /// <param name="failureCode">Null: passed.</param>
    public async Task<(CallbackHeaders Headers, byte[] Body)> Decide(string number, string? failureCode, CancellationToken cancellation)
    {
        var decided = await records.With(
            shelf => shelf.Find(number) switch
            {
                null => throw new InvalidOperationException("No such check was begun."),
                { DecidedAt: null } check => shelf.Put(check with
                {
                    FailureCode = failureCode, Evidence = $"LOCAL-{LocalPartner.NewName(random, 16)}", DecidedAt = PartnerText.Of(clock.GetCurrentInstant()),
                }),
                var earlier => earlier,
            },
            cancellation).ConfigureAwait(false);
        return examiner.Callback(RealPersonJson.Write(decided.ToOutcome()));
    }

    public void Dispose()
    {
        real.Dispose();
        examiner.Dispose();
    }

    private async Task<LocalAnswer> Serve(HttpMethod method, string path, byte[] body, CancellationToken cancellation)
    {
        if (method == HttpMethod.Post && path == "/v1/checks" && PartnerJson.Read<RealPersonJson.Begin>(body) is { Number: { } number })
            return await records.With(shelf => Begun(shelf, number, body), cancellation).ConfigureAwait(false);
        if (method == HttpMethod.Get && path.StartsWith("/v1/checks/", StringComparison.Ordinal))
        {
            var found = await records.With(shelf => shelf.Find(path["/v1/checks/".Length..]), cancellation).ConfigureAwait(false);
            return found is null ? LocalAnswer.Refused(404, "not-found") : LocalAnswer.Done(RealPersonJson.Write(found.ToOutcome()));
        }

        return LocalAnswer.Refused(400, "invalid-request");
    }

    private LocalAnswer Begun(LocalShelf<LocalCheck> shelf, string number, byte[] body)
    {
        var check = shelf.Find(number) ?? shelf.Put(new LocalCheck(
            number, $"https://stand-in.invalid/check/{LocalPartner.NewName(random, 32)}", FailureCode: null, Evidence: null, DecidedAt: null));
        return contents.IsFirstOrSame(number, body) ? LocalAnswer.Done(new RealPersonJson.Begun(number, check.Page)) : LocalAnswer.Refused(409, "number-used");
    }

    private sealed record LocalCheck(string Number, string Page, string? FailureCode, string? Evidence, string? DecidedAt)
    {
        public RealPersonOutcome ToOutcome() => new(
            Number, DecidedAt is null ? RealPersonStatus.Pending : FailureCode is null ? RealPersonStatus.Passed : RealPersonStatus.Failed, FailureCode, Evidence,
            PartnerText.Time(DecidedAt));
    }
}
