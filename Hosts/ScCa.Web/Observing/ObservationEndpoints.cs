using System.Net;
using ScCa.Composition.Health;
using ScCa.Web.Metrics;

namespace ScCa.Web.Observing;

/// <summary>What a monitor asks for.</summary>
internal static class ObservationEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", async (HealthReader health, CancellationToken cancellation) =>
    {
        var report = await health.Read(cancellation);
        return Results.Json(report, statusCode: report.Status == "healthy" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }).DisableStatusCodePages();

    public static void MapStatusHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", async (StatusHealthReader health, CancellationToken cancellation) =>
    {
        var report = await health.Read(cancellation);
        return Results.Json(report, statusCode: report.Status == "healthy" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    });

    // Figures about the inside are for this machine only; a proxy here passes on who really asks.
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", (HttpContext context, MetricsRecorder recorder) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            ? Results.Text(PrometheusText.Write(recorder.Read()), PrometheusText.ContentType)
            : Results.NotFound());

    private static void DisableStatusCodePages(this RouteHandlerBuilder route) => route.WithMetadata(new Microsoft.AspNetCore.Mvc.SkipStatusCodePagesAttribute());
}
