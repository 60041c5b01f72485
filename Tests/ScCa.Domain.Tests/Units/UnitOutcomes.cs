using System.Collections.Immutable;
using ScCa.Domain.Units;
using static ScCa.Domain.Tests.Units.UnitExample;

namespace ScCa.Domain.Tests.Units;

/// <summary>The states that a unit can come to, and every command with what may be wrong about it.</summary>
internal static class UnitOutcomes
{
    public static ImmutableArray<NamedState<Unit>> States { get; } =
    [
        new("unregistered", UnitLives.Unregistered, DeclaredAt),
        new("registered", UnitLives.Registered, DeclaredAt),
        new("renamed", UnitLives.Renamed, DeclaredAt),
        new("one handler", UnitLives.OneHandler, DeclaredAt),
        new("two handlers", UnitLives.TwoHandlers, DeclaredAt),
        new("role authenticated", UnitLives.RoleAuthenticated, DeclaredAt),
        new("user base complete", UnitLives.AppliedFor, DeclaredAt),
        new("role account under review", UnitLives.Pending, DeclaredAt),
        new("role account approved", UnitLives.Approved, DeclaredAt),
        new("role account rejected", UnitLives.Rejected, DeclaredAt),
        new("another role account declared after a rejection", UnitLives.DeclaredAgain, DeclaredAt),
        new("no role account", UnitLives.WithoutAccount, DeclaredAt),
        new("certificate bound", UnitLives.Bound, DeclaredAt),
        new("certificate unbound", UnitLives.Unbound, DeclaredAt),
    ];

    public static ImmutableArray<NamedCommand<Unit>> Commands { get; } =
    [
        new("", (_, _) => UnitCommands.Register()),

        new("", (_, _) => UnitCommands.Rename()),
        new(" to what it was registered as", (_, _) => UnitCommands.Rename(NameOfUnit)),

        new("", (_, _) => UnitCommands.Authorize(Third)),
        new(" by the unit's key", (_, _) => UnitCommands.Authorize(Third, ByKey)),
        new(" by another unit's key", (_, _) => UnitCommands.Authorize(Third, ByForeignKey)),
        new(" unproven", (_, _) => UnitCommands.Authorize(Third, Unproven)),
        new(" who is one", (_, _) => UnitCommands.Authorize()),

        new("", (_, _) => UnitCommands.Withdraw()),
        new(" by another unit's key", (_, _) => UnitCommands.Withdraw(evidence: ByForeignKey)),
        new(" unproven", (_, _) => UnitCommands.Withdraw(evidence: Unproven)),
        new(" who is none", (_, _) => UnitCommands.Withdraw(Third)),

        new("", (_, _) => UnitCommands.ChangePhone()),
        new(" by another unit's key", (_, _) => UnitCommands.ChangePhone(evidence: ByForeignKey)),
        new(" unproven", (_, _) => UnitCommands.ChangePhone(evidence: Unproven)),
        new(" of no handler", (_, _) => UnitCommands.ChangePhone(Third)),
        new(" to another handler's", (_, _) => UnitCommands.ChangePhone(next: Second)),

        new("", (_, _) => UnitCommands.ApplyFor()),
        new(" where there are none", (_, _) => UnitCommands.ApplyFor(TestPolicies.Gov)),
        new(" on an unserved platform", (_, _) => UnitCommands.ApplyFor(TestPolicies.Unserved)),
        new(" under another phone", (_, _) => UnitCommands.ApplyFor(by: Third.PhoneIndex)),

        new("", (_, _) => UnitCommands.CompleteBase()),
        new(" under another phone", (_, _) => UnitCommands.CompleteBase(by: Third.PhoneIndex)),

        new("", (_, _) => UnitCommands.Declare()),
        new(" of a kind there is not", (_, _) => UnitCommands.Declare(kind: new("driver"))),
        new(" of the other kind", (_, _) => UnitCommands.Declare(kind: Carrier)),
        new(" on an unserved platform", (_, _) => UnitCommands.Declare(platform: TestPolicies.Unserved)),
        new(" under another phone", (_, _) => UnitCommands.Declare(by: Third.PhoneIndex)),

        new("", (_, _) => UnitCommands.DeclareNone()),
        new(" of a kind there is not", (_, _) => UnitCommands.DeclareNone(new("driver"))),
        new(" on an unserved platform", (_, _) => UnitCommands.DeclareNone(platform: TestPolicies.Unserved)),
        new(" under another phone", (_, _) => UnitCommands.DeclareNone(by: Third.PhoneIndex)),

        new("", (_, _) => UnitCommands.Approve()),
        new(" of another account", (_, _) => UnitCommands.Approve(OtherAccount)),
        new(" of the other kind", (_, _) => UnitCommands.Approve(kind: Carrier)),

        new("", (_, _) => UnitCommands.Reject()),
        new(" of another account", (_, _) => UnitCommands.Reject(OtherAccount)),
        new(" without a reason", (_, _) => UnitCommands.Reject(reason: " ")),

        new("", (_, _) => UnitCommands.Bind()),
        new(" under another role", (_, _) => UnitCommands.Bind(Agency)),
        new(" of another certificate", (_, _) => UnitCommands.Bind(certificate: OtherCertificate, serial: Example.Serial2)),
        new(" with a new serial", (_, _) => UnitCommands.Bind(serial: Example.Serial3)),
        new(" of another unit's", (_, _) => UnitCommands.Bind(holder: OtherUnit)),
        new(" in an expert's role", (_, _) => UnitCommands.Bind(TestPolicies.Judge)),
        new(" on an unserved platform", (_, _) => UnitCommands.Bind(platform: TestPolicies.Unserved)),
        new(" under another phone", (_, _) => UnitCommands.Bind(by: Third.PhoneIndex)),

        new("", (_, _) => UnitCommands.Unbind()),
        new(" from another role", (_, _) => UnitCommands.Unbind(Agency)),
        new(" of another certificate", (_, _) => UnitCommands.Unbind(certificate: OtherCertificate)),
        new(" under another phone", (_, _) => UnitCommands.Unbind(by: Third.PhoneIndex)),
    ];

    public static OutcomeTable<Unit> Table { get; } = new(States, Commands);
}
