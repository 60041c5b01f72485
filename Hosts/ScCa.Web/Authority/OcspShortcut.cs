using System.Net;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Web.Authority;

/// <summary>
/// Questions about status (RFC 6960 Appendix A), answered before anything that pages need: thousands come in a second, none has a session, a language or a route,
/// and a line in the log for each would bury the rest. What goes wrong here is logged.
/// </summary>
internal sealed partial class OcspShortcut(RequestDelegate next, IRevocationServices services, IClock clock, ILogger<OcspShortcut> log)
{
    private static readonly PathString Path = "/ocsp";

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Path, out var rest))
            return next(context);
        if (!rest.HasValue && HttpMethods.IsPost(request.Method))
            return Posted(context);
        return rest.HasValue && HttpMethods.IsGet(request.Method) ? Asked(context, rest.Value![1..]) : next(context);
    }

    private async Task Posted(HttpContext context)
    {
        if (await PublicAnswer.Body(context, context.RequestAborted) is not { } body)
            return;
        await Answer(context, PublicAnswer.InOnePiece(body));
        PublicAnswer.Release(context, body);
    }

    // RFC 6960 §A.1.1: the base64 of the request, URL-encoded, is the path's end; clients differ in which of its characters they encode.
    private Task Asked(HttpContext context, string request)
    {
        var text = WebUtility.UrlDecode(request.Replace("+", "%2B", StringComparison.Ordinal));
        var bytes = new byte[text.Length];
        // What is no base64 is no request either, and is told so by the responder.
        var length = text.Length <= PublicAnswer.RequestMax && Convert.TryFromBase64String(text, bytes, out var written) ? written : 0;
        return Answer(context, bytes.AsMemory(0, length));
    }

    private async Task Answer(HttpContext context, ReadOnlyMemory<byte> request)
    {
        PublishedFile answer;
        try
        {
            answer = await services.AnswerOcsp(request, context.RequestAborted);
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            LogFailed(log, reason);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        await PublicAnswer.Write(context, answer, clock, context.RequestAborted);
    }

    [LoggerMessage(51, LogLevel.Error, "A question about status could not be answered")]
    private static partial void LogFailed(ILogger log, Exception reason);
}
