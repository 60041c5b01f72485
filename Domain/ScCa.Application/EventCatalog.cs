using System.Collections.Frozen;
using System.Collections.Immutable;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Seals;
using ScCa.Domain.Staff;
using ScCa.Domain.Units;

namespace ScCa.Application;

/// <summary>
/// The permanent stored name of every event. A name is never reused and never changed; a changed event gets the next version, a golden file, and a
/// reader for the old one.
/// </summary>
public static class EventCatalog
{
    private static readonly (string Name, Type Type)[] Entries =
    [
        ("certificate.applied-for.v1", typeof(CertificateAppliedFor)),
        ("certificate.renewal-applied.v1", typeof(RenewalApplied)),
        ("certificate.application-approved.v1", typeof(ApplicationApproved)),
        ("certificate.region-named.v1", typeof(RegionNamed)),
        ("certificate.application-returned.v1", typeof(ApplicationReturned)),
        ("certificate.application-rejected.v1", typeof(ApplicationRejected)),
        ("certificate.application-resubmitted.v1", typeof(ApplicationResubmitted)),
        ("certificate.application-withdrawn.v1", typeof(ApplicationWithdrawn)),
        ("certificate.lapse-announced.v1", typeof(LapseAnnounced)),
        ("certificate.application-lapsed.v1", typeof(ApplicationLapsed)),
        ("certificate.transfer-counted.v1", typeof(TransferCounted)),
        ("certificate.application-paid.v1", typeof(ApplicationPaid)),
        ("certificate.identity-verified.v1", typeof(IdentityVerified)),
        ("certificate.parcel-promised.v1", typeof(ParcelPromised)),
        ("certificate.issuance-intended.v1", typeof(IssuanceIntended)),
        ("certificate.encryption-intended.v1", typeof(EncryptionIntended)),
        ("certificate.issuance-abandoned.v1", typeof(IssuanceAbandoned)),
        ("certificate.encryption-issued.v1", typeof(EncryptionIssued)),
        ("certificate.generation-issued.v1", typeof(GenerationIssued)),
        ("certificate.key-posted.v1", typeof(KeyPosted)),
        ("certificate.update-granted.v1", typeof(UpdateGranted)),
        ("certificate.update-completed.v1", typeof(UpdateCompleted)),
        ("certificate.expired.v1", typeof(CertificateExpired)),
        ("certificate.change-applied.v1", typeof(ChangeApplied)),
        ("certificate.reissue-applied.v1", typeof(ReissueApplied)),
        ("certificate.generation-revoked.v1", typeof(GenerationRevoked)),
        ("certificate.revocation-applied.v1", typeof(RevocationApplied)),
        ("certificate.revocation-ordered.v1", typeof(RevocationOrdered)),
        ("certificate.revocation-order-dropped.v1", typeof(RevocationOrderDropped)),
        ("certificate.revoked.v1", typeof(CertificateRevoked)),
        ("certificate.unlock-applied.v1", typeof(UnlockApplied)),
        ("certificate.unlock-granted.v1", typeof(UnlockGranted)),
        ("certificate.unlocked.v1", typeof(CertificateUnlocked)),
        ("certificate.econtract-applied.v1", typeof(EContractApplied)),
        ("certificate.econtract-enabled.v1", typeof(EContractEnabled)),
        ("certificate.seals-applied-for.v1", typeof(SealsAppliedFor)),
        ("certificate.seal-upgrade-applied.v1", typeof(SealUpgradeApplied)),
        ("certificate.seal-renewal-applied.v1", typeof(SealRenewalApplied)),
        ("certificate.seal-made.v1", typeof(SealMade)),
        ("certificate.seals-fulfilled.v1", typeof(SealsFulfilled)),
        ("certificate.seal-expired.v1", typeof(SealExpired)),
        ("certificate.application-superseded.v1", typeof(ApplicationSuperseded)),
        ("certificate.material-provided.v1", typeof(MaterialProvided)),
        ("certificate.material-returned.v1", typeof(MaterialReturned)),
        ("certificate.materials-completed.v1", typeof(MaterialsCompleted)),
        ("certificate.visit-booked.v1", typeof(VisitBooked)),
        ("certificate.handler-changed.v1", typeof(HandlerChanged)),
        ("certificate.role-account-noted.v1", typeof(RoleAccountNoted)),
        ("certificate.invoice-promised.v1", typeof(InvoicePromised)),
        ("certificate.invoice-issued.v1", typeof(InvoiceIssued)),
        ("certificate.invoice-reversed.v1", typeof(InvoiceReversed)),
        ("certificate.application-overtaken.v1", typeof(ApplicationOvertaken)),
        ("certificate.grant-ended.v1", typeof(GrantEnded)),
        ("certificate.parcel-labelled.v1", typeof(ParcelLabelled)),
        ("certificate.parcel-delivered.v1", typeof(ParcelDelivered)),
        ("certificate.parcel-returned.v1", typeof(ParcelReturned)),
        ("certificate.parcel-resent.v1", typeof(ParcelResent)),
        ("certificate.parcel-handed-over.v1", typeof(ParcelHandedOver)),
        ("certificate.invoice-reversal-requested.v1", typeof(InvoiceReversalRequested)),
        ("certificate.invoice-reversal-failed.v1", typeof(InvoiceReversalFailed)),
        ("transfer.received.v1", typeof(TransferReceived)),
        ("transfer.claimed.v1", typeof(TransferClaimed)),
        ("transfer.confirmed.v1", typeof(TransferConfirmed)),
        ("transfer.released.v1", typeof(TransferReleased)),
        ("transfer.refund-requested.v1", typeof(RefundRequested)),
        ("transfer.refunded.v1", typeof(TransferRefunded)),
        ("transfer.refund-failed.v1", typeof(RefundFailed)),
        ("message.requested.v1", typeof(MessageRequested)),
        ("message.sent.v1", typeof(MessageSent)),
        ("message.failed.v1", typeof(MessageFailed)),
        ("message.given-up.v1", typeof(MessageGivenUp)),
        ("staff.first-administrator-appointed.v1", typeof(FirstAdministratorAppointed)),
        ("staff.account-opened.v1", typeof(StaffAccountOpened)),
        ("staff.role-granted.v1", typeof(StaffRoleGranted)),
        ("staff.role-requested.v1", typeof(StaffRoleRequested)),
        ("staff.role-confirmed.v1", typeof(StaffRoleConfirmed)),
        ("staff.role-withdrawn.v1", typeof(StaffRoleWithdrawn)),
        ("staff.enrolment-code-issued.v1", typeof(EnrolmentCodeIssued)),
        ("staff.account-closed.v1", typeof(StaffAccountClosed)),
        ("unit.registered.v1", typeof(UnitRegistered)),
        ("unit.renamed.v1", typeof(UnitRenamed)),
        ("unit.handler-authorized.v1", typeof(HandlerAuthorized)),
        ("unit.handler-withdrawn.v1", typeof(HandlerWithdrawn)),
        ("unit.handler-phone-changed.v1", typeof(HandlerPhoneChanged)),
        ("unit.role-account-applied-for.v1", typeof(RoleAccountAppliedFor)),
        ("unit.user-base-settings-completed.v1", typeof(UserBaseSettingsCompleted)),
        ("unit.role-account-declared.v1", typeof(RoleAccountDeclared)),
        ("unit.no-role-account-declared.v1", typeof(NoRoleAccountDeclared)),
        ("unit.role-account-approved.v1", typeof(RoleAccountApproved)),
        ("unit.role-account-rejected.v1", typeof(RoleAccountRejected)),
        ("unit.certificate-bound.v1", typeof(CertificateBound)),
        ("unit.certificate-unbound.v1", typeof(CertificateUnbound)),
        ("batch.parcel-added.v1", typeof(ParcelAdded)),
        ("batch.parcel-removed.v1", typeof(ParcelRemoved)),
        ("batch.closed.v1", typeof(BatchClosed)),
        ("batch.parcel-posted.v1", typeof(ParcelPosted)),
        ("subject.legal-hold-placed.v1", typeof(LegalHoldPlaced)),
        ("subject.legal-hold-lifted.v1", typeof(LegalHoldLifted)),
        ("subject.erasure-requested.v1", typeof(ErasureRequested)),
        ("subject.erased.v1", typeof(SubjectErased)),
        ("subject.hold-lift-ordered.v1", typeof(HoldLiftOrdered)),
        ("subject.erasure-ordered.v1", typeof(ErasureOrdered)),
        ("subject.order-dropped.v1", typeof(SubjectOrderDropped)),
    ];

    private static readonly FrozenDictionary<string, Type> Types = Entries.ToFrozenDictionary(e => e.Name, e => e.Type, StringComparer.Ordinal);
    private static readonly FrozenDictionary<Type, string> Names = Entries.ToFrozenDictionary(e => e.Type, e => e.Name);

    public static ImmutableArray<string> StoredNames { get; } = [.. Entries.Select(e => e.Name)];

    public static string NameOf(Type @event) =>
        Names.TryGetValue(@event, out var name) ? name : throw new InvalidOperationException($"{@event.Name} has no line in the event catalogue.");

    /// <summary>The event's type, or null for a name that this version does not know.</summary>
    public static Type? TypeOf(string storedName) => Types.GetValueOrDefault(storedName);
}
