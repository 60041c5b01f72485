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
        return changed.IsRefused ? Refuse(changed.Refusal) : Done("/staff/passphrase", "notice.passphrase");
    }
}
