using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>The code to scan for what an application still owes (P4). The page looks for the payment by itself, without a script, until it is asked not to.</summary>
[Authorize(Policy = Sessions.Applicant)]
internal sealed class PayModel(SelfServiceHall hall, ScanToPay scan) : FormPage
{
    private const string SecondsBetweenLooks = "15";
    private const string SecondsUntilItIsCounted = "3";

    /// <summary>Whether the page is to stay as it is.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Still { get; set; }

    public ProgressRow? Row { get; private set; }

    public ScanCode? Code { get; private set; }

    public bool IsPaid { get; private set; }

    public bool IsRefreshed => !Still;

    public async Task<IActionResult> OnGet(string certificate, int application, CancellationToken cancellation)
    {
        var found = await hall.ProgressOf(certificate, application, User.Phone(), cancellation);
        Row = found.Value;
        if (found.IsRefused)
            return Refuse(found.Refusal);
        if (found.Value.Standing != Standing.AwaitingPayment || found.Value.Missing == "0.00")
            return Redirect($"/progress/{certificate}/{application}");
        var look = await scan.IsPaid(certificate, application, User.Phone(), cancellation);
        if (look.IsRefused)
            return Refuse(look.Refusal);
        IsPaid = look.Value.IsPaid;
        return IsPaid ? Again(SecondsUntilItIsCounted) : await Show(certificate, application, cancellation);
    }

    private async Task<PageResult> Show(string certificate, int application, CancellationToken cancellation)
    {
        var made = await scan.Code(certificate, application, User.Phone(), cancellation);
        if (made.IsRefused)
            return Refuse(made.Refusal);
        Code = made.Value;
        return Still ? Page() : Again(SecondsBetweenLooks);
    }

    private PageResult Again(string seconds)
    {
        Response.Headers["Refresh"] = seconds;
        return Page();
    }
}
