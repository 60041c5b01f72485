using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Composition;
using ScCa.Web.Forms;
using ScCa.Web.Metrics;
using ScCa.Web.Observing;
using ScCa.Web.Authority;
using ScCa.Web.Partners;
using ScCa.Web.Pages.Staff;
using ScCa.Web.Pages.Units;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Starting;

/// <summary>The parts of the host: the system from the composition, and what it takes to show it as pages.</summary>
internal static class HallRegistration
{
    private const string KeyRingFolder = "web-keys";

    public static void AddHall(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScCa(options => Configure(options, configuration));
        services.AddScCaWorker();
        services.AddSingleton<PageTexts>();
        services.AddScoped<CurrentLanguage>();
        services.AddScoped<Words>();
        services.AddSingleton<FormIds>();
        services.AddSingleton<StaffMenu>();
        services.AddSingleton<UnitKeys>();
        services.AddSingleton<MetricsRecorder>();
        services.AddSingleton(configuration.GetSection(Setting.Payee).Get<Payee>() ?? new Payee());

        AddKeyRing(services, configuration);
        services.AddSessions(IsDemo(configuration));
        services.AddAntiforgery(options => Sessions.Protect(options.Cookie, "scca-form", SameSiteMode.Strict, IsDemo(configuration)));
        services.Configure<CookieTempDataProviderOptions>(options => Sessions.Protect(options.Cookie, "scca-note", SameSiteMode.Lax, IsDemo(configuration)));
        services.Configure<FormOptions>(options => (options.ValueCountLimit, options.ValueLengthLimit, options.MultipartBodyLengthLimit) = (64, 8 * 1024, UploadedFile.FormBytesMax));
        // Chinese stays Chinese in the pages' source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Only a proxy on this machine is believed.
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.Configure<RouteOptions>(options =>
        {
            options.LowercaseUrls = true;
            options.ConstraintMap["id"] = typeof(IdConstraint);
        });
        services.AddRazorPages(pages => pages.Conventions
            .AuthorizeFolder("/Certificates", Sessions.Applicant)
            .AuthorizeFolder("/Units", Sessions.Applicant)
            .AuthorizePage("/Apply", Sessions.Applicant)
            .AuthorizeFolder("/Staff", Sessions.Staff)
            .AllowAnonymousToPage("/Staff/Login")
            .AllowAnonymousToPage("/Staff/Enrol"));
    }

    public static void UseHall(this WebApplication app)
    {
        // From the beginning, so that no measurement is missed.
        app.Services.GetRequiredService<MetricsRecorder>();
        app.UseOcsp();
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LanguageSwitch>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<RequestLog>();
        if (!app.Services.GetRequiredService<ScCaOptions>().Demo)
            app.UseHsts();
        app.UseStaticFiles(new StaticFileOptions
        {
            // A changed file has another address: see asp-append-version.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=86400",
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapHealth();
        app.MapPartnerCallbacks();
        app.MapAuthority();
        app.MapMetrics();
    }

    /// <summary>What the composition is started with, as it is configured.</summary>
    public static void Configure(ScCaOptions options, IConfiguration configuration)
    {
        options.Demo = IsDemo(configuration);
        options.DataFolder = DataFolder(configuration);
        options.SqliteLibrary = configuration[Setting.SqliteLibrary];
        options.ReadAuthorityFrom(configuration);
    }

    // Keys that open every session: below the data folder, and never in clear.
    private static void AddKeyRing(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection()
            .SetApplicationName("ScCa.Web")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(DataFolder(configuration), KeyRingFolder)));
        services.AddOptions<KeyManagementOptions>().Configure<LastingSecret, IRandomSource>(
            (options, secret, random) => options.XmlEncryptor = new MasterKeyXmlEncryptor(secret, random));
    }

    private static bool IsDemo(IConfiguration configuration) => bool.TryParse(configuration[Setting.Demo], out var demo) && demo;

    private static string DataFolder(IConfiguration configuration) => Path.GetFullPath(configuration[Setting.Data] ?? "data/web");

    /// <summary>Ids in addresses: what cannot be one is no page.</summary>
    private sealed class IdConstraint : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            Convert.ToString(values[routeKey], CultureInfo.InvariantCulture) is { Length: > 0 and <= FormIds.LengthMax } id && id.All(FormIds.IsAllowed);
    }
}
