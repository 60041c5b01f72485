using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Finds certificates by one whole fact (A7). What is sought is a person's data as a rule: it travels in the form's body and never in an address.</summary>
internal sealed class SearchModel(SearchDesk desk, StaffGate gate, SelfServiceHall hall, IClock clock) : FormPage
{
    public const int TextMax = 200;

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<CertificateCard>? Found { get; private set; }

    public bool IsPermitted { get; private set; }

    /// <summary>Whether what is found may be worked on at a window.</summary>
    public bool CanOperate { get; private set; }

    public LocalDate Today => Words.DateOf(clock.GetCurrentInstant());

    public string PlatformName(Words words, CertificateCard card) => hall.Platforms().ById(card.Platform) is { } platform ? words.Of(platform.Name) : card.Platform;

    public string Standing(CertificateCard card) => card switch
    {
        { RevokedAt: not null } => "revoked",
        { OnKey: null } => "waiting",
        { OnKey.NotAfter: var end } when end < Today => "expired",
        _ => "valid",
    };

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        if (await gate.Refusal(User.StaffId(), nameof(SearchDesk), nameof(SearchDesk.Find), cancellation) is { } refusal)
            return Refuse(refusal);
        IsPermitted = true;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        IsPermitted = await gate.Refusal(User.StaffId(), nameof(SearchDesk), nameof(SearchDesk.Find), cancellation) is null;
        CanOperate = await gate.Refusal(User.StaffId(), nameof(WindowDesk), nameof(WindowDesk.Operate), cancellation) is null;
        var found = await desk.Find(Text, User.StaffId(), cancellation);
        Found = found.Value;
        return found.IsRefused ? Refuse(found.Refusal) : Page();
    }
}
