using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Composition.StandIns;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Certificates;

/// <summary>Renew (更新). In validity the present key signs a challenge (A6): in a demonstration its stand-in does, for real the certificate assistant.</summary>
internal sealed class RenewModel(SelfServiceHall hall, Freshness freshness, FormIds ids, IClock clock, IServiceProvider services) : FormPage
{
    // Only a demonstration has one.
    private readonly DemoDesk? demo = services.GetService<DemoDesk>();

    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public int TermYears { get; set; }

    [BindProperty]
    public string? HandlerName { get; set; }

    public CertificateCard? Card { get; private set; }

    public PlatformOffer? Platform { get; private set; }

    public bool IsInValidity => Card?.OnKey is { } onKey && onKey.NotAfter >= Words.DateOf(clock.GetCurrentInstant());

    public bool IsSignedHere => demo is not null;

    public async Task<IActionResult> OnGet(string certificate, CancellationToken cancellation)
    {
        CommandId = ids.New();
        return await Load(certificate, cancellation) ?? Page();
    }

    public async Task<IActionResult> OnPost(string certificate, CancellationToken cancellation)
    {
        if (await Load(certificate, cancellation) is { } refused)
            return refused;
        var proof = demo is not null && IsInValidity ? await demo.SignFor(certificate, "Renew", cancellation) : null;
        var applied = await hall.Operate(
            new OperationForm(CommandId ?? "", certificate, "Renew", HandlerName ?? "", User.Phone())
            {
                TermYears = TermYears,
                Challenge = proof?.Challenge,
                Signature = proof?.Signature ?? default,
            },
            cancellation);
        if (applied.IsRefused)
            return Refuse(applied.Refusal);
        await freshness.WaitFor(applied.Value.Position, cancellation);
        return Done($"/progress/{applied.Value.Certificate}/{applied.Value.Application}", "notice.applied");
    }

    private async Task<IActionResult?> Load(string certificate, CancellationToken cancellation)
    {
        var found = await hall.Card(certificate, User.Phone(), cancellation);
        if (found.IsRefused)
            return Refuse(found.Refusal);
        Card = found.Value;
        Platform = hall.Platforms().ById(Card.Platform);
        return null;
    }
}
