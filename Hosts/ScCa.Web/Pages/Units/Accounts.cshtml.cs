using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Units;

/// <summary>A unit's accounts on the platforms that have them, and how far applying for one has come (U4, D2).</summary>
internal sealed class AccountsModel(UnitHall units, SelfServiceHall hall, Freshness freshness, FormIds ids) : UnitPage(units, hall, freshness, ids)
{
    private readonly UnitHall units = units;

    [BindProperty]
    public string? Platform { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    public IEnumerable<PlatformOffer> Offering => Platforms.Where(p => p.RoleAccounts.Length > 0);

    public CardRoleAccount? AccountOf(string platform, string kind) => Card?.RoleAccounts.FirstOrDefault(a => a.Platform == platform && a.Kind == kind);

    public CardRoleApplication? ApplicationOn(string platform) => Card?.Applications.FirstOrDefault(a => a.Platform == platform);

    public static bool CanDeclare(CardRoleAccount? account) => account?.Status is null or RoleAccountStatus.Rejected or RoleAccountStatus.None;

    public static bool CanDeclareNone(CardRoleAccount? account) => account?.Status is null or RoleAccountStatus.Rejected;

    public static string Badge(CardRoleAccount? account) => account?.Status switch
    {
        RoleAccountStatus.Pending => "waiting",
        RoleAccountStatus.Approved => "done",
        RoleAccountStatus.Rejected => "returned",
        _ => "closed",
    };

    public Task<IActionResult> OnPostApply(string unit, CancellationToken cancellation) => Do(
        unit, "/accounts", "notice.unit-step", of => units.ApplyForRoleAccount(CommandId ?? "", of, Platform ?? "", User.Phone(), cancellation), cancellation);

    public Task<IActionResult> OnPostSettings(string unit, CancellationToken cancellation) => Do(
        unit, "/accounts", "notice.unit-step", of => units.CompleteUserBaseSettings(CommandId ?? "", of, Platform ?? "", User.Phone(), cancellation), cancellation);

    public Task<IActionResult> OnPostNone(string unit, CancellationToken cancellation) => Do(
        unit, "/accounts", "notice.unit-no-account",
        of => units.DeclareNoRoleAccount(CommandId ?? "", of, Platform ?? "", Kind ?? "", User.Phone(), cancellation), cancellation);

    /// <param name="password">Goes to the platform's check and no further; it is no property, so that no page can show it again.</param>
    public Task<IActionResult> OnPostDeclare(string unit, string? password, CancellationToken cancellation) => Do(
        unit, "/accounts", "notice.unit-account",
        of => units.DeclareRoleAccount(
            new RoleAccountForm(CommandId ?? "", of, Platform ?? "", Kind ?? "", Account?.Trim() ?? ""), (password ?? "").ToCharArray(), User.Phone(), cancellation),
        cancellation);
}
