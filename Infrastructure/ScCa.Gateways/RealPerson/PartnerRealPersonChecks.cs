using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.RealPerson;

/// <summary>Has an examiner outside compare faces, over signed HTTPS (see the README of <c>Partners/</c>).</summary>
public sealed class PartnerRealPersonChecks : IRealPersonChecks, IDisposable
{
    private const int AnswerOctetsMax = 16 * 1024;

    private const int NameLengthMax = 64;

    private const int IdNumberLengthMax = 32;

    private readonly PartnerClient client;
    private readonly PartnerCallbacks callbacks;

    /// <summary>Takes over the key and disposes of it.</summary>
    /// <param name="handler">What carries the requests; null: the network. Taken over, too.</param>
    /// <exception cref="GatewayRefusedException">The options cannot be used.</exception>
    public PartnerRealPersonChecks(PartnerOptions options, PartnerKey key, IClock clock, IRandomSource random, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check("RealPerson");
        client = new PartnerClient(RealPersonJson.Service, options, key, clock, random, handler);
        callbacks = new PartnerCallbacks(RealPersonJson.Service, options, key, clock);
    }

    public Task<GatewayResult<Uri>> Begin(RealPersonCheck check, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(check);
        var number = PartnerText.Number(check.Number);
        if (!IsText(check.Name, NameLengthMax) || !IsText(check.IdNumber, IdNumberLengthMax) || PartnerText.Address(check.ReturnTo?.OriginalString) is not { } returnTo)
            throw new ArgumentException("A check needs a name, an id number and a protected address to return to.", nameof(check));
        return client.Post(
            "v1/checks", PartnerJson.Write(new RealPersonJson.Begin(number, check.Name, check.IdNumber, returnTo.AbsoluteUri)), AnswerOctetsMax,
            answer => PartnerJson.Read<RealPersonJson.Begun>(answer) is { } begun && begun.Number == number ? Page(begun.Page, check) : null, cancellation);
    }

    public Task<GatewayResult<RealPersonOutcome>> Find(string number, CancellationToken cancellation) => client.Get(
        $"v1/checks/{PartnerText.Number(number)}", AnswerOctetsMax, answer => RealPersonJson.Read(answer) is { } outcome && outcome.Number == number ? outcome : null, cancellation);

    public CallbackOutcome<RealPersonOutcome> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => callbacks.Read(
        headers, body, told => RealPersonJson.Read(told) is { Status: not RealPersonStatus.Pending } outcome ? outcome : null);

    public void Dispose() => client.Dispose();

    // Addresses end up in logs and histories on the way: one that names the person is none.
    private static Uri? Page(string? address, RealPersonCheck check) => PartnerText.Address(address) is { } page
        && !Uri.UnescapeDataString(page.OriginalString).Contains(check.IdNumber, StringComparison.OrdinalIgnoreCase)
        && !Uri.UnescapeDataString(page.OriginalString).Contains(check.Name, StringComparison.Ordinal)
        ? page
        : null;

    private static bool IsText(string? text, int lengthMax) => !string.IsNullOrWhiteSpace(text) && text.Length <= lengthMax && !text.Any(char.IsControl);
}
