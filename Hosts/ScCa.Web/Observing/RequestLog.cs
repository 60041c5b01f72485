using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace ScCa.Web.Observing;

/// <summary>
/// One line per request: method, route, status and time. The route is the pattern that matched, never what was asked for: whatever a visitor may put into an
/// address stays out of the log.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task Invoke(HttpContext context)
    {
        // The error page of a request is no request of its own.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(context);
            return;
        }

        var started = Stopwatch.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            var route = context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? $"/{pattern.TrimStart('/')}" : "(none)";
            LogRequest(log, context.Request.Method, route, status, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1));
        }
    }

    [LoggerMessage(50, LogLevel.Information, "{Method} {Route} {Status} in {ElapsedMs} ms")]
    private static partial void LogRequest(ILogger log, string method, string route, int status, double elapsedMs);
}
