using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;

namespace ScCa.Application.Reactions;

/// <summary>
/// Tells a certificate whose key waits for its unit's role account when that was applied for (D2). Either can come first, the account or the parcel, and each
/// looks for the other.
/// </summary>
public sealed class NoteRoleAccounts(ICommands commands, CommandExecutor executor, SearchReader search, IClock clock) : IReaction
{
    public string Name => "note-role-accounts";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        RoleAccountAppliedFor e => FromUnit(happened, e.Unit, e.Platform, cancellation),
        UserBaseSettingsCompleted e => FromUnit(happened, e.Unit, e.Platform, cancellation),
        ParcelPromised { Weekly.AwaitsRoleAccount: true } => FromCertificate(happened, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task FromUnit(RecordedEvent happened, CreditCode unit, PlatformId platform, CancellationToken cancellation)
    {
        if (await AppliedOn(unit, platform, cancellation).ConfigureAwait(false) is not { } appliedOn)
            return;
        foreach (var certificate in await search.Certificates(SearchView.ByCreditCode, unit.Value, cancellation).ConfigureAwait(false))
        {
            if (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is KnownCertificate known && known.Platform == platform)
                await Note(happened, known, appliedOn, cancellation).ConfigureAwait(false);
        }
    }

    private async Task FromCertificate(RecordedEvent happened, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false) is KnownCertificate { Holder.Unit: { } unit } certificate
            && await AppliedOn(unit.CreditCode, certificate.Platform, cancellation).ConfigureAwait(false) is { } appliedOn)
        {
            await Note(happened, certificate, appliedOn, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<LocalDate?> AppliedOn(CreditCode unit, PlatformId platform, CancellationToken cancellation) =>
        (await executor.State<Unit>(unit.Value, cancellation).ConfigureAwait(false) as RegisteredUnit)?.RoleAccountAppliedOn(platform);

    // Noted before, it is refused and needs nothing more.
    private Task<Answer<Certificate>> Note(RecordedEvent happened, KnownCertificate certificate, LocalDate appliedOn, CancellationToken cancellation) =>
        commands.Execute(
            new NoteRoleAccount(this.CommandFor(happened), certificate.Id, appliedOn, clock.GetCurrentInstant()),
            CommandContext.System(Name) with { Causation = happened.Address },
            cancellation);
}
