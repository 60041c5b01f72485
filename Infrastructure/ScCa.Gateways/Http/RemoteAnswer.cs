using System.Net.Http.Headers;

namespace ScCa.Gateways.Http;

/// <summary>An answer that has been read to its end.</summary>
internal sealed record RemoteAnswer(int Status, HttpHeadersNonValidated Headers, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>The value of a header that is there once; null where it is missing or there more than once.</summary>
    public string? Single(string name) => Headers.TryGetValues(name, out var values) && values.Count == 1 ? values.ToString() : null;

    /// <summary>What may hold personal data stays out of words about an answer.</summary>
    public override string ToString() => $"answer {Status}";
}
