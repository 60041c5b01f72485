using System.Security.Cryptography;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Gateways.WeChat;

/// <summary>
/// Stands in for WeChat Pay as a whole: the real gateway speaking with <see cref="LocalWeChatPay"/>, under keys that are made when they are first needed. Orders
/// live in memory only. <b>Concurrency</b>: safe from any thread.
/// </summary>
public sealed class LocalWeChatPayments(IClock clock, IRandomSource random) : IWeChatPayments, IStandIn, IDisposable
{
    private const int KeyBits = 2048;
    private const string Serial = "LOCAL";

    private static readonly WeChatPayOptions Options = new("0000000000", "local", "LOCAL", new Uri("https://stand-in.invalid/partners/wechat"));

    private readonly Lazy<Parts> parts = new(() => Made(clock, random));

    public (string ZhCn, string En) StandsInFor => ("微信支付", "WeChat Pay");

    /// <summary>The numbers of the orders that wait for somebody to scan their codes, with what each is about.</summary>
    public IReadOnlyList<(string Number, long Fen)> Open => parts.IsValueCreated ? parts.Value.Platform.Open() : [];

    /// <summary>Somebody scans the code and pays; the notice of it.</summary>
    public (WeChatNoticeHeaders Headers, byte[] Body) Pay(string orderNumber) => parts.Value.Platform.Pay(orderNumber);

    public Task<WeChatResult<string>> Place(WeChatOrder order, CancellationToken cancellation) => parts.Value.Gateway.Place(order, cancellation);

    public Task<WeChatResult<WeChatPayment>> Find(string orderNumber, CancellationToken cancellation) => parts.Value.Gateway.Find(orderNumber, cancellation);

    public Task<WeChatResult<string>> Close(string orderNumber, CancellationToken cancellation) => parts.Value.Gateway.Close(orderNumber, cancellation);

    /// <summary>Nobody is there to send money, so a refund is finished as soon as it is taken.</summary>
    public async Task<WeChatResult<WeChatRefund>> Refund(WeChatRefundRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var taken = await parts.Value.Gateway.Refund(request, cancellation).ConfigureAwait(false);
        if (taken.ErrorCode == "RESOURCE_NOT_EXISTS")
        {
            // An order of an earlier run is forgotten here, and its money never was real.
            return new WeChatResult<WeChatRefund>(
                new WeChatRefund(request.RefundNumber, request.OrderNumber, WeChatRefundStatus.Succeeded, request.RefundFen, clock.GetCurrentInstant()), ErrorCode: null);
        }

        if (taken.Value is not { Status: WeChatRefundStatus.Processing })
            return taken;
        parts.Value.Platform.FinishRefund(request.RefundNumber);
        return await parts.Value.Gateway.Refund(request, cancellation).ConfigureAwait(false);
    }

    public WeChatNoticeOutcome ReadNotice(WeChatNoticeHeaders headers, ReadOnlySpan<byte> body) => parts.Value.Gateway.ReadNotice(headers, body);

    public void Dispose()
    {
        if (!parts.IsValueCreated)
            return;
        parts.Value.Gateway.Dispose();
        parts.Value.Platform.Dispose();
        parts.Value.Merchant.Dispose();
        parts.Value.PlatformKey.Dispose();
    }

    private static Parts Made(IClock clock, IRandomSource random)
    {
        var (merchant, platform) = (RSA.Create(KeyBits), RSA.Create(KeyBits));
        Span<byte> octets = stackalloc byte[16];
        random.Fill(octets);
        var apiKey = Convert.ToHexString(octets);
        var local = new LocalWeChatPay(Options, merchant, platform, Serial, apiKey, clock, random);
        // The gateway disposes of the keys it is given, so it is given copies.
        var keys = new WeChatPayKeys(Copy(merchant), new Dictionary<string, RSA>(StringComparer.Ordinal) { [Serial] = Copy(platform) }, apiKey);
        return new Parts(local, new WeChatPayments(Options, keys, clock, random, local), merchant, platform);
    }

    private static RSA Copy(RSA key) => RSA.Create(key.ExportParameters(includePrivateParameters: true));

    private sealed record Parts(LocalWeChatPay Platform, WeChatPayments Gateway, RSA Merchant, RSA PlatformKey);
}
