using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Web.Authority;

/// <summary>
/// What relying parties ask of the authority: status (RFC 6960 Appendix A), lists and certificates (RFC 5280 §4.2.1.13, RFC 2585), timestamps (RFC 3161 §3.4).
/// Nobody is signed in here, and everything that is answered is public. Mistakes are answered in the protocol's own words.
/// </summary>
internal static class AuthorityEndpoints
{
    private const int RequestMax = 64 * 1024;

    public static void MapAuthority(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<IRevocationServices>() is null)
            return;
        Map(routes.MapPost("/ocsp", (HttpContext context, IRevocationServices services, CancellationToken cancellation) =>
            Answered(context, services.AnswerOcsp, cancellation)));
        Map(routes.MapGet("/ocsp/{**request}", (HttpContext context, string request, IRevocationServices services, CancellationToken cancellation) =>
            Asked(context, request, services, cancellation)));
        Map(routes.MapPost("/timestamp", (HttpContext context, IRevocationServices services, CancellationToken cancellation) =>
            Answered(context, services.AnswerTimestamp, cancellation)));
        Map(routes.MapGet("/crl/{name}.crl", (HttpContext context, string name, IRevocationServices services, CancellationToken cancellation) =>
            Found(context, services.RevocationList(name, cancellation))));
        Map(routes.MapGet("/ca/{name}.cer", (HttpContext context, string name, IRevocationServices services, CancellationToken cancellation) =>
            Found(context, services.AuthorityCertificate(name, cancellation))));
    }

    private static void Map(IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(new SkipStatusCodePagesAttribute(), new IgnoreAntiforgeryTokenAttribute());

    private static async Task Answered(
        HttpContext context, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<PublishedFile>> answer, CancellationToken cancellation)
    {
        if (context.Request.ContentLength > RequestMax)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var buffer = new byte[(int)(context.Request.ContentLength ?? RequestMax) + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (length > RequestMax)
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else
            await Write(context, await answer(buffer.AsMemory(0, length), cancellation), cancellation);
    }

    // RFC 6960 §A.1.1: the base64 of the request, URL-encoded, is the path's end; clients differ in which of its characters they encode.
    private static async Task Asked(HttpContext context, string request, IRevocationServices services, CancellationToken cancellation)
    {
        var text = WebUtility.UrlDecode(request.Replace("+", "%2B", StringComparison.Ordinal));
        var bytes = new byte[text.Length];
        // What is no base64 is no request either, and is told so by the responder.
        var length = text.Length <= RequestMax && Convert.TryFromBase64String(text, bytes, out var written) ? written : 0;
        await Write(context, await services.AnswerOcsp(bytes.AsMemory(0, length), cancellation), cancellation);
    }

    private static async Task Found(HttpContext context, ValueTask<PublishedFile?> file)
    {
        if (await file is { } found)
            await Write(context, found, context.RequestAborted);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task Write(HttpContext context, PublishedFile file, CancellationToken cancellation)
    {
        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = file.Bytes.Length;
        // RFC 5019 §6: what holds until an instant may be kept until then; what answers one question only may not be kept at all.
        var seconds = file.FreshUntil is { } until
            ? Math.Max(0, (long)(until - context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant()).TotalSeconds)
            : 0;
        context.Response.Headers.CacheControl = seconds > 0
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}, no-transform, must-revalidate")
            : "no-store";
        await context.Response.Body.WriteAsync(file.Bytes, cancellation);
    }
}
