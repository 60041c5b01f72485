using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Staff;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Sets the passphrase with the one-time code that an administrator, or set-up, has handed over (F6).</summary>
internal sealed class EnrolModel(StaffSignIn signIn) : FormPage
{
    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? NewPassphrase { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        var enrolled = await signIn.Enrol(Account, Code, NewPassphrase, cancellation);
        if (enrolled.IsRefused)
            return Refuse(enrolled.Refusal);
        await HttpContext.SignInStaff(enrolled.Value);
        return Redirect("/staff");
    }
}
