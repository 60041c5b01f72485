using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ScCa.Web.Pages;

/// <summary>What a visitor sees when a page cannot be shown. It must work after a form that failed its check, so it checks none itself.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    // From the route itself: where a form is too large to be read, nothing of the request can be bound.
    public int Status => int.TryParse(RouteData.Values["status"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;

    public string Kind => Status switch { _ when IsTooLarge => "large", 400 => "form", 403 => "forbidden", 404 => "missing", _ => "defect" };

    private bool IsTooLarge => Request.ContentLength > HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
}
