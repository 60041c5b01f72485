using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.People;

namespace ScCa.Application.Views;

/// <summary>How a role account stands (U4).</summary>
public enum RoleAccountStatus
{
    Pending,
    Approved,
    Rejected,

    /// <summary>The unit has said that it has none.</summary>
    None,
}

/// <summary>A role account on a unit's card.</summary>
/// <param name="Account">Null where the unit has none.</param>
/// <param name="Reason">Why it was rejected.</param>
public sealed record CardRoleAccount(string Platform, string Kind, RoleAccountStatus Status, string? Account, string? Reason, Instant Since);

/// <summary>How far applying for role accounts has come on a platform (D2).</summary>
public sealed record CardRoleApplication(string Platform, LocalDate RoleAuthenticatedOn, LocalDate? UserBaseSettingsCompletedOn);

/// <summary>A certificate that is bound to a platform's entry (A11).</summary>
public sealed record CardBinding(string Platform, string Role, string Certificate, string Serial, Instant Since);

/// <summary>A unit at a glance; its handlers stay sealed (A7).</summary>
public sealed record UnitCard(
    string Unit, string Name, ImmutableArray<Handler> Handlers, ImmutableArray<CardRoleAccount> RoleAccounts, ImmutableArray<CardRoleApplication> Applications,
    ImmutableArray<CardBinding> Bindings);

/// <summary>A unit that a phone's owner may act for.</summary>
public sealed record UnitOfPhone(string Unit, string Name);

/// <summary>A role account that waits for the platform's review.</summary>
public sealed record PendingAccountRow(string Unit, string UnitName, string Platform, string Kind, string Account, Instant DeclaredAt);
