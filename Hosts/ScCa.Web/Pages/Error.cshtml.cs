using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ScCa.Web.Pages;

/// <summary>What a visitor sees when a page cannot be shown. It must work after a form that failed its check, so it checks none itself.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Kind => Status switch { 400 => "form", 403 => "forbidden", 404 => "missing", _ => "defect" };

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
}
