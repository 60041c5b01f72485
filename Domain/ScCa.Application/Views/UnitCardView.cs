using System.Collections.Immutable;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;

namespace ScCa.Application.Views;

/// <summary>Every unit at a glance by its credit code, the units of each handler's phone, and the role accounts that wait for a review.</summary>
public sealed class UnitCardView : IView
{
    public const string ViewName = "unit-card";
    public const string Waiting = "waiting";
    private const string All = "all";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        HandlerAuthorized e => [e.Unit.Value, PhoneKey(e.Handler.PhoneIndex, e.Unit)],
        HandlerWithdrawn e => [e.Unit.Value, PhoneKey(e.PhoneIndex, e.Unit)],
        HandlerPhoneChanged e => [e.Unit.Value, PhoneKey(e.FormerPhoneIndex, e.Unit), PhoneKey(e.Handler.PhoneIndex, e.Unit)],
        RoleAccountDeclared e => [e.Unit.Value, AccountKey(e.Unit, e.Platform, e.Kind)],
        RoleAccountApproved e => [e.Unit.Value, AccountKey(e.Unit, e.Platform, e.Kind)],
        RoleAccountRejected e => [e.Unit.Value, AccountKey(e.Unit, e.Platform, e.Kind)],
        UnitEvent e => [e.Unit.Value],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        var card = happened.Body is UnitRegistered e
            ? new UnitCard(e.Unit.Value, e.Name.Value, [], [], [], [])
            : Next(rows.Get<UnitCard>(((UnitEvent)happened.Body).Unit.Value)!, happened.Body);
        rows.Put(card.Unit, All, card.Unit, card);
        FoldPhones(rows, card, happened.Body);
        FoldWaiting(rows, card, happened.Body);
    }

    internal static string PhonePartition(PhoneIndex phone) => $"phone/{phone}";

    private static UnitCard Next(UnitCard card, object happened) => happened switch
    {
        UnitRenamed e => card with { Name = e.Name.Value },
        HandlerAuthorized e => card with { Handlers = card.Handlers.Add(e.Handler) },
        HandlerWithdrawn e => card with { Handlers = card.Handlers.RemoveAll(h => h.Subject == e.Handler) },
        HandlerPhoneChanged e => card with { Handlers = [.. card.Handlers.Select(h => h.Subject == e.Former ? e.Handler : h)] },
        RoleAccountDeclared e => With(card, new(e.Platform.Value, e.Kind.Value, RoleAccountStatus.Pending, e.Account.Value, null, e.At)),
        RoleAccountApproved e => With(card, new(e.Platform.Value, e.Kind.Value, RoleAccountStatus.Approved, e.Account.Value, null, e.At)),
        RoleAccountRejected e => With(card, new(e.Platform.Value, e.Kind.Value, RoleAccountStatus.Rejected, e.Account.Value, e.Reason, e.At)),
        NoRoleAccountDeclared e => With(card, new(e.Platform.Value, e.Kind.Value, RoleAccountStatus.None, null, null, e.At)),
        RoleAccountAppliedFor e => card with { Applications = card.Applications.Add(new(e.Platform.Value, e.On, null)) },
        UserBaseSettingsCompleted e => card with
        {
            Applications = [.. card.Applications.Select(a => a.Platform == e.Platform.Value ? a with { UserBaseSettingsCompletedOn = e.On } : a)],
        },
        CertificateBound e => card with
        {
            Bindings = Without(card, e.Platform, e.Role).Add(new(e.Platform.Value, e.Role.Value, e.Certificate.Value, e.Serial.Value, e.At)),
        },
        CertificateUnbound e => card with { Bindings = Without(card, e.Platform, e.Role) },
        _ => card,
    };

    private static void FoldPhones(Rows rows, UnitCard card, object happened)
    {
        switch (happened)
        {
            case HandlerAuthorized e:
                Put(e.Handler.PhoneIndex, e.Unit);
                break;
            case HandlerWithdrawn e:
                rows.Delete(PhoneKey(e.PhoneIndex, e.Unit));
                break;
            case HandlerPhoneChanged e:
                rows.Delete(PhoneKey(e.FormerPhoneIndex, e.Unit));
                Put(e.Handler.PhoneIndex, e.Unit);
                break;
        }

        void Put(PhoneIndex phone, CreditCode unit) => rows.Put(PhoneKey(phone, unit), PhonePartition(phone), card.Unit, new UnitOfPhone(card.Unit, card.Name));
    }

    private static void FoldWaiting(Rows rows, UnitCard card, object happened)
    {
        switch (happened)
        {
            case RoleAccountDeclared e:
                rows.Put(
                    AccountKey(e.Unit, e.Platform, e.Kind), Waiting, SortKeys.Of(e.At),
                    new PendingAccountRow(card.Unit, card.Name, e.Platform.Value, e.Kind.Value, e.Account.Value, e.At));
                break;
            case RoleAccountApproved e:
                rows.Delete(AccountKey(e.Unit, e.Platform, e.Kind));
                break;
            case RoleAccountRejected e:
                rows.Delete(AccountKey(e.Unit, e.Platform, e.Kind));
                break;
        }
    }

    private static UnitCard With(UnitCard card, CardRoleAccount account) => card with
    {
        RoleAccounts = card.RoleAccounts.RemoveAll(a => (a.Platform, a.Kind) == (account.Platform, account.Kind)).Add(account),
    };

    private static ImmutableArray<CardBinding> Without(UnitCard card, PlatformId platform, RoleId role) =>
        card.Bindings.RemoveAll(b => (b.Platform, b.Role) == (platform.Value, role.Value));

    private static string PhoneKey(PhoneIndex phone, CreditCode unit) => $"phone/{phone}/{unit}";

    private static string AccountKey(CreditCode unit, PlatformId platform, RoleAccountKindId kind) => $"account/{unit}/{platform}/{kind}";
}

/// <summary>Asks the view.</summary>
public sealed class UnitCardReader(IViewStore store)
{
    private const int UnitsMax = 200;

    public async Task<UnitCard?> Find(string unit, CancellationToken cancellation) =>
        await store.Find(UnitCardView.ViewName, unit, cancellation).ConfigureAwait(false) is { } row ? Rows.Read<UnitCard>(row) : null;

    /// <summary>The units that the phone's owner may act for.</summary>
    public async Task<IReadOnlyList<UnitOfPhone>> Under(PhoneIndex phone, CancellationToken cancellation)
    {
        var rows = await store.Query(UnitCardView.ViewName, UnitCardView.PhonePartition(phone), null, null, UnitsMax, cancellation).ConfigureAwait(false);
        return [.. await Named(rows.Select(Rows.Read<UnitOfPhone>), r => r.Unit, (r, name) => r with { Name = name }, cancellation).ConfigureAwait(false)];
    }

    /// <summary>The role accounts that wait for a review, oldest first.</summary>
    public async Task<IReadOnlyList<PendingAccountRow>> Waiting(int max, CancellationToken cancellation)
    {
        var rows = await store.Query(UnitCardView.ViewName, UnitCardView.Waiting, null, null, max, cancellation).ConfigureAwait(false);
        return [.. await Named(rows.Select(Rows.Read<PendingAccountRow>), r => r.Unit, (r, name) => r with { UnitName = name }, cancellation).ConfigureAwait(false)];
    }

    // A row keeps the name that the unit had when it was written; the card has the one it goes by now.
    private async Task<List<T>> Named<T>(IEnumerable<T> rows, Func<T, string> unit, Func<T, string, T> with, CancellationToken cancellation)
    {
        var named = new List<T>();
        foreach (var row in rows)
            named.Add(await Find(unit(row), cancellation).ConfigureAwait(false) is { Name: var name } ? with(row, name) : row);
        return named;
    }
}
