using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Views;

/// <summary>One generation on a certificate's card.</summary>
public sealed record CardGeneration(int Number, string Serial, Instant NotBefore, LocalDate NotAfter)
{
    /// <summary>The first day on which Renew is accepted (C3).</summary>
    public LocalDate RenewalOpensOn => NotAfter.PlusDays(-RenewCertificate.OpensDaysBefore);
}

/// <summary>A certificate at a glance.</summary>
/// <param name="Open">The number of the application under way, if any.</param>
/// <param name="GrantedNotAfter">What a granted renewal will bring, until it is written to the key.</param>
public sealed record CertificateCard(
    string Certificate, string Platform, string Role, string HolderName, ImmutableArray<CardGeneration> Generations, int Current, int? Open,
    LocalDate? GrantedNotAfter, ImmutableArray<string> Phones)
{
    public CardGeneration? OnKey => Current == 0 ? null : Generations[Current - 1];
}

/// <summary>Every certificate at a glance, by its id.</summary>
public sealed class CertificateCardView : IView
{
    public const string ViewName = "certificate-card";
    private const string All = "all";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is CertificateEvent ? [happened.StreamKey] : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        var card = happened.Body is CertificateAppliedFor e
            ? new CertificateCard(
                happened.StreamKey, e.Platform.Value, e.Holder.Role.Value, e.Holder.CertificateName.Value, [], 0, e.Application, null,
                [e.Handler.PhoneIndex.Value])
            : Next(rows.Get<CertificateCard>(happened.StreamKey)!, happened.Body);
        rows.Put(happened.StreamKey, All, happened.StreamKey, card);
    }

    private static CertificateCard Next(CertificateCard card, object happened) => happened switch
    {
        RenewalApplied e => card with { Open = e.Application, Phones = With(card.Phones, e.Handler.PhoneIndex.Value) },
        ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed => card with { Open = null },
        RenewalGranted e => card with { Open = null, GrantedNotAfter = e.NotAfter },
        GenerationIssued e => card with
        {
            Generations = card.Generations.Add(new CardGeneration(e.Generation, e.Serial.Value, e.Validity.NotBefore, Shanghai.DateOf(e.Validity.NotAfter))),
            Current = card.Current == 0 ? e.Generation : card.Current,
            Open = card.Current == 0 ? null : card.Open,
        },
        RenewalCompleted e => card with { Current = e.Generation, GrantedNotAfter = null },
        _ => card,
    };

    private static ImmutableArray<string> With(ImmutableArray<string> phones, string phone) => phones.Contains(phone) ? phones : phones.Add(phone);
}

/// <summary>Asks the view.</summary>
public sealed class CertificateCardReader(IViewStore store)
{
    public async Task<CertificateCard?> Find(string certificate, CancellationToken cancellation) =>
        await store.Find(CertificateCardView.ViewName, certificate, cancellation).ConfigureAwait(false) is { } row ? Rows.Read<CertificateCard>(row) : null;
}
