using System.Net.Http.Headers;
using ScCa.Pki.Timestamps;

namespace ScCa.Composition.Authority;

/// <summary>Asks a timestamp authority over HTTP, RFC 3161 §3.4. What it answers is looked at as any stranger's bytes are.</summary>
internal static class TimestampOverHttp
{
    private const string QueryType = "application/timestamp-query";

    private const int AnswerMax = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The token, encoded: about what was asked, and the answer to this very question.</summary>
    /// <exception cref="OperationRefusedException">The address is none, nobody answers, or what is answered is no timestamp.</exception>
    public static ReadOnlyMemory<byte> Ask(string address, TimestampRequest request)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw OperationRefusals.AddressUnreadable(address);
        var response = Refusing.Told(() => TimestampResponse.From(Post(address, uri, request.Encode())), address);
        if (response is not { IsGranted: true, Token: { } encoded })
            throw OperationRefusals.TimestampRejected(address, response.Texts);
        var token = Refusing.Told(() => TimestampToken.From(encoded), address);
        // An answer to another question could be an old one that somebody plays back.
        return token.Info.Nonce.Span.SequenceEqual(request.Nonce.Span) ? encoded : throw OperationRefusals.TimestampNotAnswered(address, null);
    }

    private static byte[] Post(string address, Uri uri, byte[] question)
    {
        try
        {
            using var client = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = AnswerMax };
            using var request = new HttpRequestMessage(HttpMethod.Post, uri)
            {
                Content = new ByteArrayContent(question) { Headers = { ContentType = new MediaTypeHeaderValue(QueryType) } },
            };
            // Operations are one person's at a console, one after the other.
            using var answer = client.Send(request);
            if (!answer.IsSuccessStatusCode)
                throw OperationRefusals.TimestampNotAnswered(address, null);
            using var content = new MemoryStream();
            answer.Content.ReadAsStream().CopyTo(content);
            return content.ToArray();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            throw OperationRefusals.TimestampNotAnswered(address, e);
        }
    }
}
