using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>Login by phone (A1), second half: the code is shown.</summary>
internal sealed class LoginCodeModel(PhoneLogin login) : FormPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? NextAddress { get; set; }

    /// <summary>The last four digits: enough for its owner to know it by.</summary>
    public string PhoneEnd { get; private set; } = "";

    public IActionResult OnGet() => ReadPhone() is null ? RedirectToPage("/Login", new { next = NextAddress }) : Page();

    public async Task<IActionResult> OnPost()
    {
        if (ReadPhone() is not { } phone)
            return RedirectToPage("/Login", new { next = NextAddress });
        var verified = login.Verify(phone, Code);
        if (verified.IsRefused)
            return Refuse(verified.Refusal);
        TempData.Remove(LoginSteps.Phone);
        await HttpContext.SignInApplicant(verified.Value);
        return LocalRedirect(LoginSteps.Safe(Url, NextAddress));
    }

    private string? ReadPhone()
    {
        var phone = TempData.Peek(LoginSteps.Phone) as string;
        PhoneEnd = phone?.TrimEnd() is { Length: >= 4 } digits ? digits[^4..] : "";
        return phone;
    }
}
