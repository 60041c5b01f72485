using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Ends a session in the back office.</summary>
internal sealed class LogoutModel : PageModel
{
    public IActionResult OnGet() => Redirect("/staff");

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(Sessions.Staff);
        return Redirect("/staff/login");
    }
}
