using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Ports;
using ScCa.Composition;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>
/// Who works in the back office. A demonstration lets anybody be any of its staff. For real this page lets nobody in: a directory names people, it does not
/// prove who they are.
/// </summary>
internal sealed class LoginModel(IStaffDirectory staff, ScCaOptions options, PageTexts texts) : FormPage
{
    [BindProperty]
    public string? StaffId { get; set; }

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? NextAddress { get; set; }

    public bool IsOpen => options.Demo;

    public IReadOnlyList<StaffMember> Staff => IsOpen ? staff.All : [];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost()
    {
        if (!IsOpen || staff.Find(StaffId ?? "") is not { } member)
            return Refuse(PageRefusals.StaffUnknown(texts));
        await HttpContext.SignInStaff(member);
        return LocalRedirect(Url.IsLocalUrl(NextAddress) ? NextAddress : "/staff");
    }
}
