using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ScCa.Application.Hall;
using ScCa.Application.Staff;

namespace ScCa.Web.Security;

/// <summary>Who is signed in: an applicant by phone (A1), or a member of staff. Each has a cookie of its own, sealed by the key ring; 30 idle minutes end it.</summary>
internal static class Sessions
{
    public const string Applicant = "applicant";
    public const string Staff = "staff";
    private const string PhoneClaim = "phone";
    private const string MaskedPhoneClaim = "phone-masked";
    private const string StaffClaim = "staff";
    private const string StampClaim = "stamp";
    private static readonly TimeSpan IdleMax = TimeSpan.FromMinutes(30);

    public static void AddSessions(this IServiceCollection services, bool demo)
    {
        services.AddAuthentication(Applicant)
            .AddCookie(Applicant, options => Configure(options, "/login", SameSiteMode.Lax, demo))
            .AddCookie(Staff, options =>
            {
                Configure(options, "/staff/login", SameSiteMode.Strict, demo);
                options.Events.OnValidatePrincipal = RejectWhatHasEnded;
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(Applicant, policy => policy.AddAuthenticationSchemes(Applicant).RequireClaim(PhoneClaim))
            .AddPolicy(Staff, policy => policy.AddAuthenticationSchemes(Staff).RequireClaim(StaffClaim));
    }

    /// <summary>No script reads it, no other site sends it along, and outside a demonstration it travels encrypted only.</summary>
    public static void Protect(CookieBuilder cookie, string name, SameSiteMode sameSite, bool demo)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.IsEssential = true;
        cookie.SecurePolicy = demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    public static Task SignInApplicant(this HttpContext context, LoggedInPhone phone) => context.SignInAsync(
        Applicant, Principal(Applicant, new Claim(PhoneClaim, phone.Digits), new Claim(MaskedPhoneClaim, phone.Masked)));

    public static Task SignInStaff(this HttpContext context, StaffSession session) => context.SignInAsync(
        Staff,
        Principal(
            Staff, new Claim(StaffClaim, session.Member.Id), new Claim(StampClaim, session.Stamp), new Claim(ClaimTypes.Name, session.Member.DisplayName)));

    public static string Phone(this ClaimsPrincipal user) => user.FindFirstValue(PhoneClaim) ?? throw new InvalidOperationException("No applicant is signed in.");

    public static string? MaskedPhone(this ClaimsPrincipal user) => user.FindFirstValue(MaskedPhoneClaim);

    public static string StaffId(this ClaimsPrincipal user) => user.FindFirstValue(StaffClaim) ?? throw new InvalidOperationException("No member of staff is signed in.");

    public static string? StaffName(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == StaffClaim) ? user.FindFirstValue(ClaimTypes.Name) : null;

    private static ClaimsPrincipal Principal(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));

    private static void Configure(CookieAuthenticationOptions options, string loginPath, SameSiteMode sameSite, bool demo)
    {
        Protect(options.Cookie, $"scca-{loginPath.Trim('/').Replace('/', '-')}", sameSite, demo);
        options.LoginPath = loginPath;
        options.AccessDeniedPath = loginPath;
        options.ReturnUrlParameter = "next";
        options.ExpireTimeSpan = IdleMax;
        options.SlidingExpiration = true;
    }

    // F8: asked at every request, so that a session ends with what it was begun by.
    private static async Task RejectWhatHasEnded(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<StaffSessions>();
        if (context.Principal?.FindFirstValue(StaffClaim) is not { } id || context.Principal.FindFirstValue(StampClaim) is not { } stamp
            || !await sessions.IsOpen(id, stamp, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Staff);
        }
    }
}
