using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.People;

namespace ScCa.Domain.Staff;

/// <summary>
/// Everybody who works in the back office: the fold of the one stream <c>staff-directory</c>. One stream, because who may still change a role, and how many
/// administrators are left, must be decided together with every change (F1, F5).
/// </summary>
public sealed record StaffDirectory(ImmutableSortedDictionary<string, StaffAccount> Accounts) : IEventSourced<StaffDirectory>
{
    public const string StreamKey = "directory";

    /// <summary>Once there are so many administrators there are never fewer: with one alone, nothing that needs two could be done (F5).</summary>
    public const int AdministratorsMin = 2;

    public static string Category => "staff";

    public static StaffDirectory Initial { get; } = new(ImmutableSortedDictionary.Create<string, StaffAccount>(StringComparer.Ordinal));

    public bool IsSetUp => !Accounts.IsEmpty;

    public int Administrators => Accounts.Values.Count(a => a.Holds(StaffRole.Administrator));

    public StaffAccount? Find(StaffId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Accounts.GetValueOrDefault(id.Value);
    }

    public bool IsAdministrator(StaffId id) => Find(id)?.Holds(StaffRole.Administrator) ?? false;

    // The first administrator appoints the second alone: nobody is there yet who could confirm it.
    internal bool NeedsSecondPerson(StaffRole role) =>
        StaffAccount.TwoPersonRoles.Contains(role) && !(role == StaffRole.Administrator && Administrators < AdministratorsMin);

    internal StaffDirectory With(StaffAccount account) => new(Accounts.SetItem(account.Id.Value, account));
}

public abstract record StaffCommand(CommandId Id, Instant At) : Command<StaffDirectory>(Id, At)
{
    public sealed override string StreamKey => StaffDirectory.StreamKey;
}

public abstract record StaffEvent(StaffId Account, Instant At) : Event<StaffDirectory>(At)
{
    /// <summary>The open account that the event is about; without one the event is impossible.</summary>
    protected StaffAccount OpenIn(StaffDirectory state) => state?.Find(Account) is { IsClosed: false } open ? open : throw ImpossibleIn(state!);

    protected Exception ImpossibleIn(StaffDirectory state) => ImpossibleEventException.For(this, state);
}
