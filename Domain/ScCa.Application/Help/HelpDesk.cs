using NodaTime;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Help;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Help;

/// <summary>Help for applicants: by the message and, for a phone that has handled the certificate (A1), by how the certificate stands today.</summary>
public sealed class HelpDesk(HelpSearch search, SelfServiceHall hall, IClock clock)
{
    /// <summary>A certificate that the phone has not handled is told of in the answer, and decides nothing.</summary>
    public async Task<Outcome<HelpAnswer>> Search(string message, string? platform, string? certificate, string? phone, CancellationToken cancellation) =>
        await Search(message, platform, certificate, phone, HelpAnswers.None, cancellation).ConfigureAwait(false);

    /// <param name="answers">What the person has said when he was asked to look at key, seal or computer.</param>
    public async Task<Outcome<HelpAnswer>> Search(
        string message, string? platform, string? certificate, string? phone, HelpAnswers answers, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(certificate) || phone is null)
            return search.Search(message, platform, answers);
        var found = await hall.Card(certificate, phone, cancellation).ConfigureAwait(false);
        return found.IsRefused
            ? search.Search(message, platform, CertificateFacts.Unknown, found.Refusal, answers)
            : search.Search(message, platform, await Facts(found.Value, phone, cancellation).ConfigureAwait(false), null, answers);
    }

    private async Task<CertificateFacts> Facts(CertificateCard card, string phone, CancellationToken cancellation)
    {
        return CertificateFacts.On(
            Shanghai.DateOf(clock.GetCurrentInstant()),
            new PlatformId(card.Platform),
            card.OnKey?.NotAfter,
            card.GrantedNotAfter,
            card.Open is not null,
            card.Open is { } open ? await IsUnder(phone, card.Certificate, open, cancellation).ConfigureAwait(false) : null);
    }

    // Not known where the progress has not come as far as the card yet.
    private async Task<bool?> IsUnder(string phone, string certificate, int application, CancellationToken cancellation)
    {
        var progress = await hall.ProgressOf(certificate, application, phone, cancellation).ConfigureAwait(false);
        return progress.Refusal?.Code switch
        {
            null => true,
            nameof(Refuse.ApplicationUnderAnotherPhone) => false,
            _ => null,
        };
    }
}
