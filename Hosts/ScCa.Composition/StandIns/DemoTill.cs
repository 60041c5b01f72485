using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Gateways.RealPerson;
using ScCa.Gateways.WeChat;

namespace ScCa.Composition.StandIns;

/// <summary>An order whose code waits to be scanned, and what it is about in fen.</summary>
public sealed record DemoOrder(string Number, long Fen);

/// <summary>
/// The people outside who answer by notices: whoever scans a code and pays, and the examiner of faces. What they tell takes the way of a real notice. Only a
/// demonstration has one.
/// </summary>
public sealed class DemoTill
{
    private readonly LocalWeChatPayments weChat;
    private readonly ScanIntake scans;
    private readonly LocalRealPersonChecks examiner;
    private readonly RealPersonIntake checks;

    internal DemoTill(LocalWeChatPayments weChat, ScanIntake scans, LocalRealPersonChecks examiner, RealPersonIntake checks) =>
        (this.weChat, this.scans, this.examiner, this.checks) = (weChat, scans, examiner, checks);

    public IReadOnlyList<DemoOrder> Orders => [.. weChat.Open.Select(o => new DemoOrder(o.Number, o.Fen))];

    public Task<IReadOnlyList<string>> Checks(CancellationToken cancellation) => examiner.Open(cancellation);

    /// <summary>Scans a code and pays; false where nothing waits under this number.</summary>
    public async Task<bool> Pay(string order, CancellationToken cancellation)
    {
        if (weChat.Open.All(o => o.Number != order))
            return false;
        var (headers, body) = weChat.Pay(order);
        return await scans.Notice(headers, body, cancellation).ConfigureAwait(false) is null;
    }

    /// <summary>Ends a check; false where none is under way under this number.</summary>
    public async Task<bool> Decide(string check, bool passes, CancellationToken cancellation)
    {
        if (!(await examiner.Open(cancellation).ConfigureAwait(false)).Contains(check, StringComparer.Ordinal))
            return false;
        var (headers, body) = await examiner.Decide(check, passes ? null : RealPersonFailure.FaceDiffers, cancellation).ConfigureAwait(false);
        return await checks.Callback(headers, body, cancellation).ConfigureAwait(false) is null;
    }
}
