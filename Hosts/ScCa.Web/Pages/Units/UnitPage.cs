using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Units;

/// <summary>A page about one unit, for its handlers.</summary>
internal abstract class UnitPage(UnitHall units, SelfServiceHall hall, Freshness freshness, FormIds ids) : FormPage
{
    public UnitCard? Card { get; private set; }

    public IReadOnlyList<PlatformOffer> Platforms { get; private set; } = [];

    [BindProperty]
    public string? CommandId { get; set; }

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(string unit, CancellationToken cancellation) => await Load(unit, cancellation) ?? Page();

    /// <summary>What the page shows beside the card.</summary>
    protected virtual Task LoadMore(string unit, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Why the page cannot be shown; null where it can.</summary>
    protected async Task<IActionResult?> Load(string unit, CancellationToken cancellation)
    {
        var found = await units.Card(unit, User.Phone(), cancellation);
        Card = found.Value;
        if (found.IsRefused)
            return Refuse(found.Refusal);
        Platforms = hall.Platforms();
        await LoadMore(unit, cancellation);
        return null;
    }

    /// <summary>Does what was asked for, and shows the page again: with its notice, or with the refusal.</summary>
    /// <param name="step">Given the credit code as it is kept: an address may write it in small letters, and a signature is over its capitals.</param>
    protected async Task<IActionResult> Do(
        string unit, string place, string notice, Func<string, Task<Outcome<UnitReceipt>>> step, CancellationToken cancellation)
    {
        if (await Load(unit, cancellation) is { } refused)
            return refused;
        var done = await step(Card!.Unit);
        if (done.IsRefused)
            return Refuse(done.Refusal);
        await freshness.WaitFor(done.Value.Position, cancellation);
        return Done($"/units/{Card.Unit}{place}", notice);
    }
}
