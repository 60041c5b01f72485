using NodaTime;
using ScCa.Application.Views;
using ScCa.Domain;

namespace ScCa.Application.BackOffice;

/// <summary>What happened, and what lies about: figures, grants that nobody uses, certificates that end soon (C5, C10).</summary>
public sealed class FiguresDesk(StaffGate gate, FiguresReader figures, DueIndexReader due, IClock clock)
{
    /// <summary>A grant that was not used for so long is seen to by staff (C5).</summary>
    public const int UnusedDays = 90;

    private static readonly LocalDate Earliest = new(2000, 1, 1);

    public async Task<Outcome<IReadOnlyList<FiguresRow>>> Between(LocalDate from, LocalDate to, string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FiguresDesk), nameof(Between), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await figures.Between(from, to, cancellation).ConfigureAwait(false));

    /// <summary>Grants that have waited for 90 days and more, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<GrantRow>>> UnusedGrants(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FiguresDesk), nameof(UnusedGrants), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await due.GrantedBetween(Earliest, Today.PlusDays(-UnusedDays), cancellation).ConfigureAwait(false));

    /// <summary>Certificates that end within so many days, the earliest first.</summary>
    public async Task<Outcome<IReadOnlyList<ExpiryRow>>> ExpiringSoon(int days, string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FiguresDesk), nameof(ExpiringSoon), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await due.ExpiringBetween(Today, Today.PlusDays(Math.Clamp(days, 0, 400)), cancellation).ConfigureAwait(false));

    private LocalDate Today => Shanghai.DateOf(clock.GetCurrentInstant());
}
