using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Intake;
using ScCa.Application.Ports;

namespace ScCa.Web.Partners;

/// <summary>
/// Where partners tell of what has happened. Nobody is signed in here: a callback counts by its signature alone, and one that counts for nothing changes
/// nothing and is told no more than that.
/// </summary>
internal static class CallbackEndpoints
{
    // What a partner tells fits into a few kilobytes, but for a courier who tells of a day's parcels at once; the rest is not read.
    private const int BodyMax = 64 * 1024;
    private const int PushMax = 1024 * 1024;

    public static void MapPartnerCallbacks(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/partners/wechat", async (context, body, cancellation) =>
        {
            var headers = new WeChatNoticeHeaders(
                One(context, "Wechatpay-Serial"), One(context, "Wechatpay-Signature"), One(context, "Wechatpay-Timestamp"), One(context, "Wechatpay-Nonce"));
            return await context.RequestServices.GetRequiredService<ScanIntake>().Notice(headers, body, cancellation) is null;
        });
        Map(routes, "/partners/real-person", async (context, body, cancellation) =>
            await context.RequestServices.GetRequiredService<RealPersonIntake>().Callback(Partner(context), body, cancellation) is null);
        Map(routes, "/partners/invoice", async (context, body, cancellation) =>
            await context.RequestServices.GetRequiredService<InvoiceIntake>().Callback(Partner(context), body, cancellation) is null);
        Map(
            routes, "/partners/courier", async (context, body, cancellation) =>
                await context.RequestServices.GetRequiredService<ParcelIntake>().Push(Partner(context), body, cancellation) is null,
            PushMax);
    }

    private static void Map(
        IEndpointRouteBuilder routes, string path, Func<HttpContext, ReadOnlyMemory<byte>, CancellationToken, Task<bool>> take,
        int bodyMax = BodyMax) =>
        routes.MapPost(path, async (HttpContext context, CancellationToken cancellation) =>
            await Body(context.Request, bodyMax, cancellation) switch
            {
                null => Results.StatusCode(StatusCodes.Status413PayloadTooLarge),
                { } body when await take(context, body, cancellation) => Results.NoContent(),
                _ => Results.StatusCode(StatusCodes.Status401Unauthorized),
            })
            .WithMetadata(new SkipStatusCodePagesAttribute(), new IgnoreAntiforgeryTokenAttribute());

    private static async Task<byte[]?> Body(HttpRequest request, int bodyMax, CancellationToken cancellation)
    {
        var buffer = new byte[bodyMax + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > bodyMax ? null : buffer[..length];
    }

    private static CallbackHeaders Partner(HttpContext context) => new(
        One(context, "X-Partner-Key"), One(context, "X-Partner-Timestamp"), One(context, "X-Partner-Nonce"), One(context, "X-Partner-Signature"));

    // Said twice, a header says nothing.
    private static string? One(HttpContext context, string header) => context.Request.Headers[header] is [{ } only] ? only : null;
}
