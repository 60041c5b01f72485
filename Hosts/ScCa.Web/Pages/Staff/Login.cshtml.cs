using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Ports;
using ScCa.Application.Staff;
using ScCa.Composition;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Signs in to the back office with account and passphrase (F7). A demonstration lets anybody be any of its staff, and says so.</summary>
internal sealed class LoginModel(IStaffDirectory directory, StaffSignIn signIn, StaffSessions sessions, ScCaOptions options, PageTexts texts) : FormPage
{
    [BindProperty]
    public string? StaffId { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Passphrase { get; set; }

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? NextAddress { get; set; }

    public bool IsDemo => options.Demo;

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellation) => await Load(cancellation);

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        if (!IsDemo)
        {
            var proven = await signIn.SignIn(Account, Passphrase, cancellation);
            return proven.IsRefused ? Refuse(proven.Refusal) : await Enter(proven.Value);
        }

        if (await sessions.Begin(StaffId ?? "", cancellation) is { } session)
            return await Enter(session);
        await Load(cancellation);
        return Refuse(PageRefusals.StaffUnknown(texts));
    }

    private async Task<IActionResult> Enter(StaffSession session)
    {
        await HttpContext.SignInStaff(session);
        return LocalRedirect(Url.IsLocalUrl(NextAddress) ? NextAddress : "/staff");
    }

    // Only a demonstration tells who there is.
    private async Task Load(CancellationToken cancellation) => Staff = IsDemo ? await directory.All(cancellation) : [];
}
