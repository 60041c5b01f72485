using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Web.Authority;

/// <summary>
/// What relying parties ask of the authority: status (RFC 6960 Appendix A: <see cref="OcspShortcut"/>), lists and certificates (RFC 5280 §4.2.1.13, RFC 2585),
/// timestamps (RFC 3161 §3.4). Nobody is signed in here, and everything that is answered is public. Mistakes are answered in the protocol's own words.
/// </summary>
internal static class AuthorityEndpoints
{
    /// <summary>Comes first of all.</summary>
    public static void UseOcsp(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetService<IRevocationServices>() is { } services)
            app.UseMiddleware<OcspShortcut>(services);
    }

    public static void MapAuthority(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<IRevocationServices>() is null)
            return;
        Map(routes.MapPost("/timestamp", (HttpContext context, IRevocationServices services, IClock clock, CancellationToken cancellation) =>
            Stamped(context, services, clock, cancellation)));
        Map(routes.MapGet("/crl/{name}.crl", (HttpContext context, string name, IRevocationServices services, CancellationToken cancellation) =>
            Found(context, services.RevocationList(name, cancellation))).AddEndpointFilter<DamagedListAnswer>());
        Map(routes.MapGet("/ca/{name}.cer", (HttpContext context, string name, IRevocationServices services, CancellationToken cancellation) =>
            Found(context, services.AuthorityCertificate(name, cancellation))));
    }

    private static void Map(IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(new SkipStatusCodePagesAttribute(), new IgnoreAntiforgeryTokenAttribute());

    private static async Task Stamped(HttpContext context, IRevocationServices services, IClock clock, CancellationToken cancellation)
    {
        if (await PublicAnswer.Body(context, cancellation) is not { } body)
            return;
        var answer = await services.AnswerTimestamp(PublicAnswer.InOnePiece(body), cancellation);
        PublicAnswer.Release(context, body);
        await PublicAnswer.Write(context, answer, clock, cancellation);
    }

    private static async Task Found(HttpContext context, ValueTask<PublishedFile?> file)
    {
        if (await file is { } found)
            await PublicAnswer.Write(context, found, context.RequestServices.GetRequiredService<IClock>(), context.RequestAborted);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
