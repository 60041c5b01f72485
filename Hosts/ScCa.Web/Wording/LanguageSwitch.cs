using Microsoft.AspNetCore.Http.Extensions;

namespace ScCa.Web.Wording;

/// <summary>Chinese, unless the visitor has chosen: <c>?lang=en</c> on any page chooses, and a cookie remembers for a year.</summary>
internal sealed class LanguageSwitch(RequestDelegate next)
{
    public const string Parameter = "lang";
    private const string Cookie = "scca-lang";

    public Task Invoke(HttpContext context, CurrentLanguage current)
    {
        var remembered = CurrentLanguage.Of(context.Request.Cookies[Cookie]);
        var chosen = CurrentLanguage.Of(context.Request.Query[Parameter]);
        current.Value = chosen ?? remembered ?? current.Value;
        if (chosen is null || !HttpMethods.IsGet(context.Request.Method))
            return next(context);

        context.Response.Cookies.Append(Cookie, CurrentLanguage.TagOf(chosen.Value), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        // On to the same page without the parameter, so that addresses stay clean.
        var rest = new QueryBuilder(context.Request.Query.Where(q => q.Key != Parameter));
        context.Response.Redirect(UriHelper.BuildRelative(context.Request.PathBase, OnThisSite(context.Request.Path), rest.ToQueryString()));
        return Task.CompletedTask;
    }

    // A browser reads //elsewhere as another site.
    private static PathString OnThisSite(PathString path) => path.Value is ['/', '/' or '\\', ..] ? "/" : path;
}
