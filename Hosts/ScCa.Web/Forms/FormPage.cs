using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScCa.Application;

namespace ScCa.Web.Forms;

/// <summary>A page with a form. Refused, it shows the same page again: what was typed, the rule, the reason and what to do next.</summary>
internal abstract class FormPage : PageModel
{
    private const string NoticeKey = "notice";

    public RefusalText? Refusal { get; private set; }

    /// <summary>The key of a text that the page before left for this one.</summary>
    public string? Notice => TempData[NoticeKey] as string;

    protected PageResult Refuse(RefusalText refusal)
    {
        Refusal = refusal;
        Response.StatusCode = RefusedStatus.Of(refusal);
        return Page();
    }

    protected RedirectResult Done(string address, string notice)
    {
        TempData[NoticeKey] = notice;
        return Redirect(address);
    }
}

/// <summary>The HTTP status that a refusal is answered with.</summary>
internal static class RefusedStatus
{
    public static int Of(RefusalText refusal) => refusal.Code switch
    {
        "CertificateUnknown" => StatusCodes.Status404NotFound,
        "ApplicationUnderAnotherPhone" or "UnitUnderAnotherPhone" or "NotPermitted" => StatusCodes.Status403Forbidden,
        "SignInDelayed" => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
