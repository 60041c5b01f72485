using System.Collections.Immutable;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Certificates;

/// <summary>A certificate at a glance, and what its platform offers its holder now (A5).</summary>
internal sealed class CardModel(SelfServiceHall hall, CertificateOffers offers, SealDownloads seals, IClock clock) : FormPage
{
    public CertificateCard? Card { get; private set; }

    public ImmutableArray<OperationOffer> Offers { get; private set; } = [];

    /// <summary>The numbers of the seals whose files can be downloaded: of a replaced one nobody wants the file.</summary>
    public ImmutableArray<int> SealFiles { get; private set; } = [];

    public LocalDate Today => Words.DateOf(clock.GetCurrentInstant());

    public string PlatformName(Words words) => Card is { } card && hall.Platforms().ById(card.Platform) is { } platform ? words.Of(platform.Name) : "";

    /// <summary>The region that it was applied for in; null where none was asked for.</summary>
    public string? RegionName(Words words) => Card is { Region: { } region } card
        ? hall.Platforms().ById(card.Platform)?.Region?.Name(region) is { } name ? words.Of(name) : region
        : null;

    public string RoleName(Words words) => Card is { } card && hall.Platforms().ById(card.Platform)?.Roles.FirstOrDefault(r => r.Id == card.Role) is { } role
        ? words.Of(role.Name)
        : Card?.Role ?? "";

    /// <summary>One of the badges that the card wears.</summary>
    public string Status => Card switch
    {
        { RevokedAt: not null } => "revoked",
        { OnKey: null } => "waiting",
        { OnKey.NotAfter: var notAfter } when notAfter < Today => "expired",
        _ => "valid",
    };

    public async Task<IActionResult> OnGet(string certificate, CancellationToken cancellation)
    {
        var found = await hall.Card(certificate, User.Phone(), cancellation);
        Card = found.Value;
        if (found.IsRefused)
            return Refuse(found.Refusal);
        Offers = await offers.Of(certificate, cancellation);
        SealFiles = await seals.MadeOf(certificate, found.Value.Seals.Where(s => s.IsStanding).Select(s => s.Number), cancellation);
        return Page();
    }

    /// <summary>The file of a seal; where there is none for this visitor the card says what there is, or why it is not shown.</summary>
    public async Task<IActionResult> OnGetSeal(string certificate, int number, CancellationToken cancellation) =>
        await seals.Open(certificate, User.Phone(), number, cancellation) is { } file
            ? File(file.Bytes.ToArray(), MediaTypeNames.Application.Octet, file.FileName)
            : await OnGet(certificate, cancellation);
}
