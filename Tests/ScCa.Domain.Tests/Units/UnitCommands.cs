using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;
using static ScCa.Domain.Tests.Units.UnitExample;

namespace ScCa.Domain.Tests.Units;

/// <summary>Every command to a unit with the values of <see cref="UnitExample"/>, so that a test names only what it is about.</summary>
internal static class UnitCommands
{
    private static readonly CommandId Id = new("command-1");

    public static RegisterUnit Register() => new(Id, TheUnit, NameOfUnit, DeclaredAt);

    public static RenameUnit Rename(CertificateName? name = null) => new(Id, TheUnit, name ?? NewName, DeclaredAt);

    public static AuthorizeHandler Authorize(Handler? handler = null, HandlerEvidence? evidence = null) =>
        new(Id, TheUnit, handler ?? First, evidence ?? ByStaff, DeclaredAt);

    public static WithdrawHandler Withdraw(Handler? handler = null, HandlerEvidence? evidence = null) =>
        new(Id, TheUnit, (handler ?? First).Subject, evidence ?? ByStaff, DeclaredAt);

    public static ChangeHandlerPhone ChangePhone(Handler? handler = null, Handler? next = null, HandlerEvidence? evidence = null) =>
        new(Id, TheUnit, (handler ?? First).Subject, next ?? FirstMoved, evidence ?? ByKey, DeclaredAt);

    public static ApplyForRoleAccount ApplyFor(PlatformId? platform = null, PhoneIndex? by = null, Instant? at = null) =>
        new(Id, TheUnit, platform ?? Trade, by ?? First.PhoneIndex, at ?? DeclaredAt);

    public static CompleteUserBaseSettings CompleteBase(PlatformId? platform = null, PhoneIndex? by = null, Instant? at = null) =>
        new(Id, TheUnit, platform ?? Trade, by ?? First.PhoneIndex, at ?? DeclaredAt);

    public static DeclareRoleAccount Declare(
        RoleAccountName? account = null, RoleAccountKindId? kind = null, PlatformId? platform = null, PhoneIndex? by = null) =>
        new(Id, TheUnit, platform ?? Trade, kind ?? Maker, account ?? Account, "check-1", by ?? First.PhoneIndex, DeclaredAt);

    public static DeclareNoRoleAccount DeclareNone(RoleAccountKindId? kind = null, PlatformId? platform = null, PhoneIndex? by = null) =>
        new(Id, TheUnit, platform ?? Trade, kind ?? Maker, by ?? First.PhoneIndex, DeclaredAt);

    public static ApproveRoleAccount Approve(RoleAccountName? account = null, RoleAccountKindId? kind = null) =>
        new(Id, TheUnit, Trade, kind ?? Maker, account ?? Account, Example.Reviewer, DeclaredAt);

    public static RejectRoleAccount Reject(RoleAccountName? account = null, RoleAccountKindId? kind = null, string reason = "not this unit's") =>
        new(Id, TheUnit, Trade, kind ?? Maker, account ?? Account, reason, Example.Reviewer, DeclaredAt);

    public static BindCertificate Bind(
        RoleId? role = null, CertificateId? certificate = null, SerialNumber? serial = null, PlatformId? platform = null, CreditCode? holder = null,
        PhoneIndex? by = null) =>
        new(
            Id, TheUnit, platform ?? Trade, role ?? TestPolicies.Supplier, certificate ?? Example.TheCertificate, serial ?? Example.Serial1, holder ?? TheUnit,
            by ?? First.PhoneIndex, DeclaredAt);

    public static UnbindCertificate Unbind(RoleId? role = null, CertificateId? certificate = null, PhoneIndex? by = null) =>
        new(Id, TheUnit, Trade, role ?? TestPolicies.Supplier, certificate ?? Example.TheCertificate, by ?? First.PhoneIndex, DeclaredAt);
}
