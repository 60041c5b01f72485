using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>Ends an applicant's session.</summary>
internal sealed class LogoutModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(Sessions.Applicant);
        return Redirect("/");
    }
}
