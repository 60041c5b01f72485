using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;

namespace ScCa.Application.Views;

/// <summary>One generation on a certificate's card.</summary>
public sealed record CardGeneration(int Number, string Serial, Instant NotBefore, LocalDate NotAfter, Instant? RevokedAt)
{
    /// <summary>The first day on which Renew is accepted (C3).</summary>
    public LocalDate RenewalOpensOn => NotAfter.PlusDays(-RenewCertificate.OpensDaysBefore);
}

/// <summary>One seal on a certificate's card.</summary>
public sealed record CardSeal(int Number, SealFormat Format, int Generation, LocalDate NotAfter, bool IsStanding)
{
    public string FormatName => Format.ToString();
}

/// <summary>A certificate at a glance.</summary>
/// <param name="Open">The number of the application under way, if any.</param>
/// <param name="GrantedNotAfter">What a granted update will bring, until it is written to the key.</param>
public sealed record CertificateCard(
    string Certificate, string Platform, string Role, HolderKind Kind, ShownName Holder, ImmutableArray<CardGeneration> Generations, int Current, int? Open,
    LocalDate? GrantedNotAfter, ShownName? GrantedHolder, bool IsUnlockGranted, bool IsEContractEnabled, ImmutableArray<CardSeal> Seals, Instant? RevokedAt,
    ImmutableArray<string> Phones)
{
    /// <summary>The region that it was applied for in, where its platform asks for one.</summary>
    public string? Region { get; init; }

    public string HolderName => Holder.Text;

    public string KindName => Kind.ToString();

    public CardGeneration? OnKey => Current == 0 ? null : Generations[Current - 1];

    /// <summary>The key's latest parcel; null where none is on its way or has been.</summary>
    public ShownParcel? Parcel { get; init; }

    public IEnumerable<CardSeal> StandingSeals => Seals.Where(s => s.IsStanding);
}

/// <summary>Every certificate at a glance, by its id.</summary>
public sealed class CertificateCardView : IView
{
    public const string ViewName = "certificate-card";
    private const string All = "all";

    public string Name => ViewName;

    public int Version => 3;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is CertificateEvent ? [happened.StreamKey] : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        var card = happened.Body is CertificateAppliedFor e
            ? new CertificateCard(
                happened.StreamKey, e.Platform.Value, e.Holder.Role.Value, e.Holder.Kind, ShownName.Of(e.Holder), [], 0, e.Application, null, null, false, false, [],
                null, [e.Under.Applying.Handler.PhoneIndex.Value])
            : Next(rows.Get<CertificateCard>(happened.StreamKey)!, happened.Body);
        rows.Put(happened.StreamKey, All, happened.StreamKey, card);
    }

    private static CertificateCard Next(CertificateCard card, object happened) => happened switch
    {
        OperationApplied e => card with { Open = e.Application, Phones = With(card.Phones, e.Under.Applying.Handler.PhoneIndex.Value) },
        RegionNamed e => card with { Region = e.Region.Value },
        HandlerChanged e => card with { Phones = With(card.Phones, e.Handler.PhoneIndex.Value) },
        ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken or SealsFulfilled => card with { Open = null },
        UpdateGranted e => card with { Open = null, GrantedNotAfter = e.NotAfter, GrantedHolder = ShownName.Of(e.Holder) },
        UnlockGranted => card with { Open = null, IsUnlockGranted = true },
        CertificateUnlocked => card with { IsUnlockGranted = false },
        EContractEnabled => card with { Open = null, IsEContractEnabled = true },
        GenerationIssued e => Issued(card, e),
        GenerationRevoked e => card with
        {
            Generations = [.. card.Generations.Select(g => g.Number == e.Generation ? g with { RevokedAt = e.At } : g)],
        },
        UpdateCompleted e => card with { Current = e.Generation, GrantedNotAfter = null, Holder = card.GrantedHolder ?? card.Holder, GrantedHolder = null },
        SealMade e => card with
        {
            Seals = [.. card.Seals.Select(s => s.Number == e.Replaces ? s with { IsStanding = false } : s), new CardSeal(e.Seal, e.Format, e.Generation, e.NotAfter, true)],
        },
        ApplicationEvent e when ShownParcel.After(card.Parcel, e) is var parcel && parcel != card.Parcel => card with { Parcel = parcel },
        CertificateRevoked e => card with
        {
            Open = null,
            GrantedNotAfter = null,
            GrantedHolder = null,
            IsUnlockGranted = false,
            RevokedAt = e.At,
            Generations = [.. card.Generations.Select(g => g with { RevokedAt = g.RevokedAt ?? e.At })],
            Seals = [.. card.Seals.Select(s => s with { IsStanding = false })],
        },
        _ => card,
    };

    // A granted generation waits to be written; every other is on the key when it is issued, and ends its application.
    private static CertificateCard Issued(CertificateCard card, GenerationIssued e)
    {
        var issued = card with
        {
            Generations = card.Generations.Add(new CardGeneration(e.Generation, e.Serial.Value, e.Validity.NotBefore, Shanghai.DateOf(e.Validity.NotAfter), null)),
        };
        return card.Open == e.Application ? issued with { Current = e.Generation, Open = null } : issued;
    }

    private static ImmutableArray<string> With(ImmutableArray<string> phones, string phone) => phones.Contains(phone) ? phones : phones.Add(phone);
}

/// <summary>Asks the view.</summary>
public sealed class CertificateCardReader(IViewStore store, ShownNames names)
{
    public async Task<CertificateCard?> Find(string certificate, CancellationToken cancellation)
    {
        if (await store.Find(CertificateCardView.ViewName, certificate, cancellation).ConfigureAwait(false) is not { } found)
            return null;
        var card = Rows.Read<CertificateCard>(found);
        return card with { Holder = await names.Open(card.Holder, cancellation).ConfigureAwait(false) };
    }
}
