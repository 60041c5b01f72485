using Microsoft.AspNetCore.Connections;
using ScCa.Composition;
using ScCa.Web.Observing;

namespace ScCa.Web.Starting;

/// <summary>From the command line to a listening host, or to a refusal that says why.</summary>
internal static class WebStart
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const int Failed = 1;
    private const int Refused = 2;

    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args);
        if (arguments.WantsUsage)
            return Say(StartMessages.Usage, 0);
        if (arguments.NotUnderstood is { } argument)
            return Say(StartMessages.NotUnderstood(argument), Refused);

        try
        {
            await using var app = Build(arguments);
            var isStatusOnly = StatusPoint.IsAskedFor(app.Configuration);
            if (isStatusOnly)
                app.UseStatusPoint();
            else
                await UseHall(app);
            await app.StartAsync();
            foreach (var address in app.Urls)
                Say(StartMessages.Listening(address, app.Services.GetRequiredService<ScCaOptions>().Demo, isStatusOnly), 0);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (StartUpRefusedException reason)
        {
            return Say(StartMessages.Refused(reason), Refused);
        }
        catch (IOException reason) when (reason.InnerException is AddressInUseException)
        {
            return Say(StartMessages.CannotListen(reason.Message), Failed);
        }
    }

    private static async Task UseHall(WebApplication app)
    {
        await app.Services.CheckScCa(CancellationToken.None);
        app.UseHall();
    }

    private static WebApplication Build(Arguments arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables(Setting.Prefix).AddInMemoryCollection(arguments.Settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        if (!builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(builder.Configuration[Setting.Urls] ?? DefaultAddress);
        builder.Logging.AddJsonLog();
        if (StatusPoint.IsAskedFor(builder.Configuration))
            builder.AddStatusPoint();
        else
            builder.Services.AddHall(builder.Configuration);
        return builder.Build();
    }

    private static int Say(string text, int exitCode)
    {
        Console.Error.WriteLine(text);
        return exitCode;
    }
}
