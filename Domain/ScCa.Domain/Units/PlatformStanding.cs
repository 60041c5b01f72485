using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Units;

/// <summary>How a unit stands on one platform.</summary>
/// <param name="RoleAuthenticatedOn">The date of the role authentication, with which applying for a role account begins (D2).</param>
/// <param name="UserBaseSettingsCompletedOn">The date on which the user base settings were completed, with which it ends (D2).</param>
/// <param name="Accounts">By kind; a kind that nothing was said about is not in it.</param>
/// <param name="Bindings">By role (A11).</param>
public sealed record PlatformStanding(
    LocalDate? RoleAuthenticatedOn, LocalDate? UserBaseSettingsCompletedOn, ImmutableSortedDictionary<string, RoleAccount> Accounts,
    ImmutableSortedDictionary<string, BoundCertificate> Bindings)
{
    public static PlatformStanding Nothing { get; } = new(
        null, null, ImmutableSortedDictionary.Create<string, RoleAccount>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, BoundCertificate>(StringComparer.Ordinal));

    internal bool IsRepresented => !Bindings.IsEmpty || Accounts.Values.Any(a => a is PendingRoleAccount or ApprovedRoleAccount);

    public RoleAccount? Account(RoleAccountKindId kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Accounts.GetValueOrDefault(kind.Value);
    }

    public BoundCertificate? BoundUnder(RoleId role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return Bindings.GetValueOrDefault(role.Value);
    }

    /// <summary>The role under which the certificate is bound; null where it is not.</summary>
    public RoleId? RoleOf(CertificateId certificate) =>
        Bindings.FirstOrDefault(b => b.Value.Certificate == certificate) is { Key: { } role } ? new RoleId(role) : null;

    internal PlatformStanding With(RoleAccountKindId kind, RoleAccount account) => this with { Accounts = Accounts.SetItem(kind.Value, account) };
}

/// <summary>The certificate that is bound to a platform's entry, with the serial that it was bound with.</summary>
public sealed record BoundCertificate(CertificateId Certificate, SerialNumber Serial);
