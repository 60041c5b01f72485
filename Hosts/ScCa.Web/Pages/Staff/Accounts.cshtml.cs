using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Accounts and roles of the back office (F1 to F6).</summary>
internal sealed class AccountsModel(StaffDesk desk, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public static IReadOnlyList<string> Roles => Permissions.RoleNames;

    public IReadOnlyList<StaffAccountRow>? Rows { get; private set; }

    /// <summary>A code that has just been made: shown on this answer and on no other.</summary>
    public StaffChange? Made { get; private set; }

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public Task<IActionResult> OnPostOpen(CancellationToken cancellation) =>
        Changed(desk.Open(CommandId ?? "", Account, Name, User.StaffId(), cancellation), cancellation);

    public Task<IActionResult> OnPostGrant(CancellationToken cancellation) =>
        Changed(desk.Grant(CommandId ?? "", Account, Role, User.StaffId(), cancellation), cancellation);

    public Task<IActionResult> OnPostConfirm(CancellationToken cancellation) =>
        Changed(desk.Confirm(CommandId ?? "", Account, Role, User.StaffId(), cancellation), cancellation);

    public Task<IActionResult> OnPostWithdraw(CancellationToken cancellation) =>
        Changed(desk.Withdraw(CommandId ?? "", Account, Role, User.StaffId(), cancellation), cancellation);

    public Task<IActionResult> OnPostClose(CancellationToken cancellation) =>
        Changed(desk.Close(CommandId ?? "", Account, User.StaffId(), cancellation), cancellation);

    public Task<IActionResult> OnPostCode(CancellationToken cancellation) =>
        Changed(desk.IssueCode(CommandId ?? "", Account, User.StaffId(), cancellation), cancellation);

    // A code must not travel through a redirect or a cookie: it is shown on the answer itself.
    private async Task<IActionResult> Changed(Task<Outcome<StaffChange>> change, CancellationToken cancellation)
    {
        var outcome = await change;
        if (!outcome.IsRefused && outcome.Value.Code is null)
            return Done("/staff/accounts", "notice.account");
        Made = outcome.Value;
        var unseen = await Load(cancellation);
        Response.Headers.CacheControl = "no-store";
        return (outcome.Refusal ?? unseen) is { } refusal ? Refuse(refusal) : Page();
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var accounts = await desk.Accounts(User.StaffId(), cancellation);
        Rows = accounts.Value;
        return accounts.Refusal;
    }
}
