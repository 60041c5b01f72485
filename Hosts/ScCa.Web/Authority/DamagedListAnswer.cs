using ScCa.Application.Ports;

namespace ScCa.Web.Authority;

/// <summary>A list that is damaged at rest: whoever fetches it is told so and when to come again, and whoever runs the server which one it is.</summary>
internal sealed partial class DamagedListAnswer(ILogger<DamagedListAnswer> log) : IEndpointFilter
{
    // The worker looks every five minutes.
    private const string RetryAfterSeconds = "300";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RevocationListDamagedException damaged)
        {
            LogDamaged(log, damaged.Place);
            var headers = context.HttpContext.Response.Headers;
            (headers.RetryAfter, headers.CacheControl) = (RetryAfterSeconds, "no-store");
            return Results.Json(
                new { code = RevocationListDamagedException.Code, zhCn = RevocationListDamagedException.ZhCn, en = RevocationListDamagedException.En },
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(51, LogLevel.Error, "The revocation list {Place} is damaged at rest and was not given out; the worker issues an issuing authority's anew, a root's comes from the backup")]
    private static partial void LogDamaged(ILogger log, string place);
}
