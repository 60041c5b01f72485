using ScCa.Composition;
using ScCa.Web.Authority;
using ScCa.Web.Metrics;
using ScCa.Web.Observing;

namespace ScCa.Web.Starting;

/// <summary>
/// The host without its pages: it answers relying parties and nobody else, opens the history for reading and no key but those that answer. So what the whole
/// world may ask can stand apart from where people's data are.
/// </summary>
internal static class StatusPoint
{
    // Read by the runtime when the first socket is made.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    public static bool IsAskedFor(IConfiguration configuration) => bool.TryParse(configuration[Setting.StatusOnly], out var only) && only;

    public static void AddStatusPoint(this WebApplicationBuilder builder)
    {
        // Every answer is a few microseconds of work and waits for nobody: to hand it to another thread would cost more than to give it. Pages do wait.
        Environment.SetEnvironmentVariable(InlineCompletions, "1");
        builder.WebHost.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            // A connection that is kept has its next question soon: to be told of it first would be a call of the system for each.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        builder.Services.AddSingleton<MetricsRecorder>();
        builder.Services.AddScCaStatus(options => HallRegistration.Configure(options, builder.Configuration));
    }

    public static void UseStatusPoint(this WebApplication app)
    {
        app.Services.CheckScCaStatus();
        app.Services.GetRequiredService<MetricsRecorder>();
        app.UseOcsp();
        app.UseMiddleware<RequestLog>();
        app.UseRouting();
        app.MapStatusHealth();
        app.MapAuthority();
        app.MapMetrics();
    }
}
