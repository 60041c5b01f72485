using System.Collections.Immutable;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>A revocation that one has ordered and another has to confirm (C8).</summary>
public sealed record StandingOrder(string Reason, string Grounds, string By);

/// <summary>A certificate as the desks have it before them.</summary>
/// <param name="Open">The application under way, or else the latest; null where the views show none yet.</param>
public sealed record CertificateFile(CertificateCard Card, ProgressRow? Open, ImmutableArray<OperationOffer> Offers, StandingOrder? Order);

/// <summary>Finds certificates for whoever may read their histories.</summary>
public sealed class CertificateFiles(
    StaffGate gate, CommandExecutor executor, CertificateCardReader cards, ProgressReader progress, CertificateOffers offers, TextCatalog texts)
{
    public async Task<Outcome<CertificateFile>> Find(string certificate, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(HistoryDesk), nameof(HistoryDesk.Read), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (await cards.Find(certificate, cancellation).ConfigureAwait(false) is not { } card)
            return RefusalText.From(Refuse.CertificateUnknown(), texts);
        var state = await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false);
        var number = card.Open ?? (state as KnownCertificate)?.Applications ?? 0;
        var order = (state as IssuedCertificate)?.RevocationOrder;
        return new CertificateFile(
            card,
            await progress.Find(certificate, number, cancellation).ConfigureAwait(false),
            await offers.Of(certificate, cancellation).ConfigureAwait(false),
            order is null ? null : new StandingOrder(order.Reason.ToString(), order.Grounds, order.By.Value));
    }
}
