using NodaTime;

namespace ScCa.Gateways.Http;

/// <summary>How this room speaks HTTP: it follows no redirect (a body may hold personal data), keeps no cookie and unpacks nothing.</summary>
internal static class RemoteClient
{
    private const int HeaderKilobytesMax = 16;

    public static HttpMessageInvoker Create(Uri url, Duration connectTimeout) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy sees of https a tunnel; of http to this machine it would see everything.
        UseProxy = url.Scheme == Uri.UriSchemeHttps,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ConnectTimeout = connectTimeout.ToTimeSpan(),
        MaxResponseHeadersLength = HeaderKilobytesMax,
        // Names are looked up again now and then: an operator may move its servers.
        PooledConnectionLifetime = Duration.FromMinutes(5).ToTimeSpan(),
    });

    /// <summary>Sends and reads the whole answer within one time limit.</summary>
    /// <exception cref="TimeoutException">The answer did not end in time; whether the request was carried out is unknown.</exception>
    /// <exception cref="HttpRequestException">The connection failed or the answer is none; whether the request was carried out is unknown.</exception>
    public static async Task<RemoteAnswer> Exchange(
        this HttpMessageInvoker client, HttpRequestMessage request, Duration timeout, int octetsMax, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout.ToTimeSpan());
        try
        {
            using var response = await client.SendAsync(request, limit.Token).ConfigureAwait(false);
            var body = await BoundedBody.Read(response.Content, octetsMax, limit.Token).ConfigureAwait(false);
            return new RemoteAnswer((int)response.StatusCode, response.Headers.NonValidated, body, response.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"No whole answer came within {timeout.TotalSeconds:0.###} s.");
        }
        catch (HttpRequestException reason) when (reason.HttpRequestError == HttpRequestError.InvalidResponse)
        {
            throw NotHttp();
        }
        catch (HttpIOException reason) when (reason.HttpRequestError == HttpRequestError.InvalidResponse)
        {
            throw NotHttp();
        }
        catch (IOException reason)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer broke off.", reason);
        }
    }

    // The framework's own words quote what was received, and that may hold personal data: they are not passed on.
    private static HttpRequestException NotHttp() => new(HttpRequestError.InvalidResponse, "The answer is no HTTP, or too long.");
}
