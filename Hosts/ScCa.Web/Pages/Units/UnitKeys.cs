using ScCa.Application.Hall;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Composition.StandIns;
using ScCa.Web.Forms;

namespace ScCa.Web.Pages.Units;

/// <summary>
/// Signatures with a unit's key (U2). In a demonstration its stand-in gives them; for real the certificate assistant alone can reach a key, and these pages say so.
/// </summary>
internal sealed class UnitKeys(UnitHall units, CertificateCardReader cards, IServiceProvider services)
{
    // Only a demonstration has one.
    private readonly DemoDesk? demo = services.GetService<DemoDesk>();

    public bool SignHere => demo is not null;

    /// <summary>Null where the certificate is not issued, or no key can be reached from here.</summary>
    public async Task<SignedForUnit?> Sign(string? certificate, CancellationToken cancellation, params string[] purpose)
    {
        var id = certificate?.Trim() ?? "";
        return demo is not null && id.Length is > 0 and <= FormIds.LengthMax && id.All(FormIds.IsAllowed) && (await cards.Find(id, cancellation))?.OnKey is not null
            ? await demo.SignForUnit(id, units.Challenge(id), purpose, cancellation)
            : null;
    }
}
