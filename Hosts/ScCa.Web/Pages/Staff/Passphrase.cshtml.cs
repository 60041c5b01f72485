using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Staff;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Changes one's own passphrase; the present one has to be shown (F6).</summary>
internal sealed class PassphraseModel(StaffSignIn signIn) : FormPage
{
    [BindProperty]
    public string? Passphrase { get; set; }

    [BindProperty]
    public string? NewPassphrase { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        var changed = await signIn.ChangePassphrase(User.StaffId(), Passphrase, NewPassphrase, cancellation);
        if (changed.IsRefused)
            return Refuse(changed.Refusal);
        // Every other session of the same person has just ended; the one that changed it goes on.
        await HttpContext.SignInStaff(changed.Value);
        return Done("/staff/passphrase", "notice.passphrase");
    }
}
