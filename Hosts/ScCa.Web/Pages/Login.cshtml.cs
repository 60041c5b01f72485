using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>Login by phone (A1), first half: a code is sent. The phone travels on in a sealed cookie, never in an address.</summary>
internal sealed class LoginModel(PhoneLogin login) : FormPage
{
    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? NextAddress { get; set; }

    public IActionResult OnGet() => User.MaskedPhone() is null ? Page() : LocalRedirect(LoginSteps.Safe(Url, NextAddress));

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        var sent = await login.SendCode(Phone, cancellation);
        if (sent.IsRefused && sent.Refusal.Code != "SmsCodeTooSoon")
            return Refuse(sent.Refusal);
        // Asked again within the pause, the code that is on its way is still good.
        TempData[LoginSteps.Phone] = Phone;
        return RedirectToPage("/LoginCode", new { next = NextAddress });
    }
}

/// <summary>What the two halves of a login share.</summary>
internal static class LoginSteps
{
    public const string Phone = "login-phone";

    public static string Safe(IUrlHelper url, string? next) => url.IsLocalUrl(next) ? next! : "/progress";
}
