using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Web.Authority;

/// <summary>How what relying parties send is read, and what they are answered is written.</summary>
internal static class PublicAnswer
{
    public const int RequestMax = 64 * 1024;

    /// <summary>The body, which may be used until <see cref="Release"/>; null, and answered so, where it is too long.</summary>
    public static async ValueTask<ReadOnlySequence<byte>?> Body(HttpContext context, CancellationToken cancellation)
    {
        if (context.Request.ContentLength is > RequestMax)
            return TooLarge(context);
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            if (read.Buffer.Length > RequestMax)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLarge(context);
            }

            if (read.IsCompleted)
                return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static void Release(HttpContext context, ReadOnlySequence<byte> body) => context.Request.BodyReader.AdvanceTo(body.End);

    /// <summary>One piece as a rule: it is copied only where it is not.</summary>
    public static ReadOnlyMemory<byte> InOnePiece(ReadOnlySequence<byte> body) => body.IsSingleSegment ? body.First : body.ToArray();

    public static ValueTask<FlushResult> Write(HttpContext context, PublishedFile file, IClock clock, CancellationToken cancellation)
    {
        var response = context.Response;
        response.ContentType = file.MediaType;
        response.ContentLength = file.Bytes.Length;
        // RFC 5019 §6: what holds until an instant may be kept until then; what answers one question only may not be kept at all.
        var seconds = file.FreshUntil is { } until ? Math.Max(0, (long)(until - clock.GetCurrentInstant()).TotalSeconds) : 0;
        response.Headers.CacheControl = seconds > 0
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}, no-transform, must-revalidate")
            : "no-store";
        return response.BodyWriter.WriteAsync(file.Bytes, cancellation);
    }

    private static ReadOnlySequence<byte>? TooLarge(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        // What was not read stands in the way of a next request: without being told, a client would send it into a closed connection.
        context.Response.Headers.Connection = "close";
        return null;
    }
}
