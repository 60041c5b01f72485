namespace ScCa.Gateways.Http;

/// <summary>Reads what another machine sends, up to a length: what it announces and what it sends are both its own choice.</summary>
internal static class BoundedBody
{
    /// <exception cref="HttpRequestException">There is more than that.</exception>
    public static async Task<byte[]> Read(HttpContent content, int octetsMax, CancellationToken cancellation)
    {
        // One octet more than allowed tells "too long" from "just fits"; the announced length is never allocated.
        var buffer = new byte[octetsMax + 1];
        // Whoever disposes of the response disposes of the stream.
        var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return length <= octetsMax
            ? buffer[..length]
            : throw new HttpRequestException(HttpRequestError.InvalidResponse, $"The answer is longer than {octetsMax} octets.");
    }
}
