using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using ScCa.Domain.Staff;
using ScCa.Domain.Units;

namespace ScCa.Domain.Refusals;

/// <summary>
/// Every refusal there is, by rule. A method's parameters are the facts its texts may use, under the same names.
/// </summary>
public static class Refuse
{
    public static Refusal ApplicationUnderAnotherPhone() => Of("A1", nameof(ApplicationUnderAnotherPhone));

    public static Refusal HandlerChangeNotProven() => Of("A1", nameof(HandlerChangeNotProven));
    public static Refusal HandlerIsTheSame() => Of("A1", nameof(HandlerIsTheSame));
    public static Refusal HandlerIsAnother() => Of("A1", nameof(HandlerIsAnother));

    public static Refusal ApplicationInProgress(int application, Operation operation) =>
        Of("A2", nameof(ApplicationInProgress), ("application", application.ToString(CultureInfo.InvariantCulture)), ("operation", Word(operation)));
    public static Refusal CertificateAlreadyAppliedFor(CertificateId certificate) =>
        Of("A2", nameof(CertificateAlreadyAppliedFor), ("certificate", certificate.Value));

    public static Refusal CertificateUnknown() => Of("A3", nameof(CertificateUnknown));
    public static Refusal CertificateNotIssued() => Of("A3", nameof(CertificateNotIssued));
    public static Refusal ApplicationNotOpen(int application) =>
        Of("A3", nameof(ApplicationNotOpen), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal ApplicationNotUnderReview(int application, ApplicationStep step) =>
        Of("A3", nameof(ApplicationNotUnderReview), ("application", application.ToString(CultureInfo.InvariantCulture)), ("step", Word(step)));
    public static Refusal ApplicationNotReturned(int application, ApplicationStep step) =>
        Of("A3", nameof(ApplicationNotReturned), ("application", application.ToString(CultureInfo.InvariantCulture)), ("step", Word(step)));
    public static Refusal ApplicationNotReady(int application, ApplicationStep step) =>
        Of("A3", nameof(ApplicationNotReady), ("application", application.ToString(CultureInfo.InvariantCulture)), ("step", Word(step)));
    public static Refusal ApplicationAwaitsNoMoney(int application, ApplicationStep step) =>
        Of("A3", nameof(ApplicationAwaitsNoMoney), ("application", application.ToString(CultureInfo.InvariantCulture)), ("step", Word(step)));
    public static Refusal WithdrawalNeedsRefund(Money received) => Of("A3", nameof(WithdrawalNeedsRefund), ("received", received.Value));
    public static Refusal ApplicationWaitsForTheAuthority(int application, ApplicationStep step) =>
        Of("A3", nameof(ApplicationWaitsForTheAuthority), ("application", application.ToString(CultureInfo.InvariantCulture)), ("step", Word(step)));
    public static Refusal PaidApplicationDoesNotLapse(Money received) => Of("A3", nameof(PaidApplicationDoesNotLapse), ("received", received.Value));
    public static Refusal LapseAlreadyAnnounced(LocalDate lapsesOn) =>
        Of("A3", nameof(LapseAlreadyAnnounced), ("lapsesOn", LocalDatePattern.Iso.Format(lapsesOn)));
    public static Refusal LapseNotAnnounced(int application) =>
        Of("A3", nameof(LapseNotAnnounced), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal ApplicationNotIdle(LocalDate idleFrom) =>
        Of("A3", nameof(ApplicationNotIdle), ("idleFrom", LocalDatePattern.Iso.Format(idleFrom)));
    public static Refusal ApplicationNotYetLapsed(LocalDate lapsesOn) =>
        Of("A3", nameof(ApplicationNotYetLapsed), ("lapsesOn", LocalDatePattern.Iso.Format(lapsesOn)));
    public static Refusal ReasonMissing() => Of("A3", nameof(ReasonMissing));
    public static Refusal ApplicationIsBeingFulfilled(int application) =>
        Of("A3", nameof(ApplicationIsBeingFulfilled), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal ApplicationNotOvertaken(int application) =>
        Of("A3", nameof(ApplicationNotOvertaken), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal FulfilledByItsIssue(Operation operation) => Of("A3", nameof(FulfilledByItsIssue), ("operation", Word(operation)));
    public static Refusal MaterialNotNeeded(MaterialId material) => Of("A3", nameof(MaterialNotNeeded), ("material", material.Value));
    public static Refusal MaterialNotProvided(MaterialId material) => Of("A3", nameof(MaterialNotProvided), ("material", material.Value));
    public static Refusal MaterialsMissing(ImmutableArray<MaterialId> materials) =>
        Of("A3", nameof(MaterialsMissing), ("materials", Listed(materials)));
    public static Refusal MaterialsAlreadyComplete(int application) =>
        Of("A3", nameof(MaterialsAlreadyComplete), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal VerificationNotAwaited(Verification method) => Of("A3", nameof(VerificationNotAwaited), ("method", Word(method)));

    public static Refusal MessageAlreadyRequested(MessageId message) => Of("A4", nameof(MessageAlreadyRequested), ("message", message.Value));
    public static Refusal MessageUnknown(MessageId message) => Of("A4", nameof(MessageUnknown), ("message", message.Value));
    public static Refusal MessageAlreadySettled(MessageId message) => Of("A4", nameof(MessageAlreadySettled), ("message", message.Value));

    public static Refusal PlatformNotServed(PlatformId platform) => Of("A5", nameof(PlatformNotServed), ("platform", platform.Value));
    public static Refusal OperationNotOffered(Operation operation, Stage stage, LocalizedText platform) =>
        Of("A5", nameof(OperationNotOffered), ("operation", Word(operation)), ("stage", Word(stage)), ("platform", Word(platform)));
    public static Refusal RoleNotOffered(RoleId role, LocalizedText platform) =>
        Of("A5", nameof(RoleNotOffered), ("role", role.Value), ("platform", Word(platform)));
    public static Refusal ChannelNotOffered(Channel channel, LocalizedText platform) =>
        Of("A5", nameof(ChannelNotOffered), ("channel", Word(channel)), ("platform", Word(platform)));

    public static Refusal CapacityNotOffered(HandledBy handledBy, LocalizedText platform) =>
        Of("A5", nameof(CapacityNotOffered), ("handledBy", Word(handledBy)), ("platform", Word(platform)));
    public static Refusal TakenByStaffOnly(Operation operation, Channel channel) =>
        Of("A5", nameof(TakenByStaffOnly), ("operation", Word(operation)), ("channel", Word(channel)));
    public static Refusal UnitOfHolderMissing(LocalizedText platform) => Of("A5", nameof(UnitOfHolderMissing), ("platform", Word(platform)));
    public static Refusal RegionMissing(LocalizedText platform) => Of("A5", nameof(RegionMissing), ("platform", Word(platform)));
    public static Refusal RegionNotOffered(RegionId region, LocalizedText platform) =>
        Of("A5", nameof(RegionNotOffered), ("region", region.Value), ("platform", Word(platform)));
    public static Refusal PaymentMeansNotOffered(PaymentMeans means) => Of("A5", nameof(PaymentMeansNotOffered), ("means", Word(means)));

    public static Refusal PresentKeyNotProven() => Of("A6", nameof(PresentKeyNotProven));

    public static Refusal OnlineReviewComesFirst(LocalizedText platform) => Of("A8", nameof(OnlineReviewComesFirst), ("platform", Word(platform)));

    public static Refusal EContractAlreadyEnabled() => Of("A9", nameof(EContractAlreadyEnabled));
    public static Refusal EContractNeedsValidCertificate(LocalDate notAfter) =>
        Of("A9", nameof(EContractNeedsValidCertificate), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal ErasureNotYetPermitted(LocalDate firstDate, LocalDate lastNotAfter) => Of(
        "A10", nameof(ErasureNotYetPermitted), ("firstDate", LocalDatePattern.Iso.Format(firstDate)), ("lastNotAfter", LocalDatePattern.Iso.Format(lastNotAfter)));
    public static Refusal SubjectUnderLegalHold() => Of("A10", nameof(SubjectUnderLegalHold));
    public static Refusal SubjectAlreadyErased() => Of("A10", nameof(SubjectAlreadyErased));
    public static Refusal SubjectUnknown() => Of("A10", nameof(SubjectUnknown));
    public static Refusal LegalHoldAlreadyPlaced() => Of("A10", nameof(LegalHoldAlreadyPlaced));
    public static Refusal LegalHoldNotPlaced() => Of("A10", nameof(LegalHoldNotPlaced));
    public static Refusal ErasureAlreadyRequested() => Of("A10", nameof(ErasureAlreadyRequested));
    public static Refusal ProcessingStopped() => Of("A10", nameof(ProcessingStopped));
    public static Refusal SubjectRecordsBehind() => Of("A10", nameof(SubjectRecordsBehind));
    public static Refusal ErasureWaitsForOpenCase(string openCase) => Of("A10", nameof(ErasureWaitsForOpenCase), ("openCase", FactWord.Plain(openCase)));
    public static Refusal ErasureAlreadyOrdered(StaffId by) => Of("A10", nameof(ErasureAlreadyOrdered), ("by", FactWord.Plain(by.Value)));
    public static Refusal ErasureNotOrdered() => Of("A10", nameof(ErasureNotOrdered));
    public static Refusal ErasureOrderOutdated() => Of("A10", nameof(ErasureOrderOutdated));
    public static Refusal HoldLiftAlreadyOrdered(StaffId by) => Of("A10", nameof(HoldLiftAlreadyOrdered), ("by", FactWord.Plain(by.Value)));
    public static Refusal HoldLiftNotOrdered() => Of("A10", nameof(HoldLiftNotOrdered));
    public static Refusal SubjectOrderNotGiven() => Of("A10", nameof(SubjectOrderNotGiven));
    public static Refusal AnotherMustConfirm() => Of("A10", nameof(AnotherMustConfirm));

    public static Refusal SignatureAlreadyIntended(SerialNumber serial) => Of("C1", nameof(SignatureAlreadyIntended), ("serial", serial.Value));
    public static Refusal SignatureNotIntended(SerialNumber serial) => Of("C1", nameof(SignatureNotIntended), ("serial", serial.Value));
    public static Refusal SerialAlreadyUsed(SerialNumber serial) => Of("C1", nameof(SerialAlreadyUsed), ("serial", serial.Value));
    public static Refusal SealAlreadyIntended(SealId seal) => Of("C1", nameof(SealAlreadyIntended), ("seal", seal.Value));
    public static Refusal SealNotIntended(SealId seal) => Of("C1", nameof(SealNotIntended), ("seal", seal.Value));
    public static Refusal SealIdAlreadyUsed(SealId seal) => Of("C1", nameof(SealIdAlreadyUsed), ("seal", seal.Value));
    public static Refusal SealAlreadySigned(SealId seal) => Of("C1", nameof(SealAlreadySigned), ("seal", seal.Value));
    public static Refusal IssuancePlanOutdated() => Of("C1", nameof(IssuancePlanOutdated));
    public static Refusal NothingToIssue() => Of("C1", nameof(NothingToIssue));

    public static Refusal TermNotOffered(Term term, LocalizedText platform) =>
        Of("C2", nameof(TermNotOffered), ("term", term.Years.ToString(CultureInfo.InvariantCulture)), ("platform", Word(platform)));

    public static Refusal RenewalNotYetOpen(LocalDate firstDate, LocalDate notAfter) =>
        Of("C3", nameof(RenewalNotYetOpen), ("firstDate", LocalDatePattern.Iso.Format(firstDate)), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal UpdateAlreadyGranted(Operation operation, LocalDate notAfter) =>
        Of("C5", nameof(UpdateAlreadyGranted), ("operation", Word(operation)), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));
    public static Refusal NothingToWrite() => Of("C5", nameof(NothingToWrite));
    public static Refusal AnotherKeyWasIssued(SerialNumber serial) => Of("C5", nameof(AnotherKeyWasIssued), ("serial", serial.Value));
    public static Refusal AnotherGenerationWasWritten(SerialNumber serial) =>
        Of("C5", nameof(AnotherGenerationWasWritten), ("serial", serial.Value));

    public static Refusal ChangeNeedsValidCertificate(LocalDate notAfter) =>
        Of("C6", nameof(ChangeNeedsValidCertificate), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));
    public static Refusal HolderKindStays(HolderKind kind) => Of("C6", nameof(HolderKindStays), ("kind", Word(kind)));
    public static Refusal NothingChanged() => Of("C6", nameof(NothingChanged));

    public static Refusal ReissueNeedsValidCertificate(LocalDate notAfter) =>
        Of("C7", nameof(ReissueNeedsValidCertificate), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal CertificateIsRevoked(LocalDate revokedOn) =>
        Of("C8", nameof(CertificateIsRevoked), ("revokedOn", LocalDatePattern.Iso.Format(revokedOn)));
    public static Refusal RevocationAlreadyOrdered(StaffId by) => Of("C8", nameof(RevocationAlreadyOrdered), ("by", by.Value));
    public static Refusal RevocationNotOrdered() => Of("C8", nameof(RevocationNotOrdered));
    public static Refusal SecondPersonNeeded() => Of("C8", nameof(SecondPersonNeeded));
    public static Refusal RevocationListAlreadyIntended(long number) => Of("C8", nameof(RevocationListAlreadyIntended), ("number", Count(number)));
    public static Refusal RevocationListNotIntended(long number) => Of("C8", nameof(RevocationListNotIntended), ("number", Count(number)));
    public static Refusal RevocationListNumberUsed(long number, long last) =>
        Of("C8", nameof(RevocationListNumberUsed), ("number", Count(number)), ("last", Count(last)));
    public static Refusal RevocationListBaseNotIssued(long number, long @base) =>
        Of("C8", nameof(RevocationListBaseNotIssued), ("number", Count(number)), ("base", Count(@base)));
    public static Refusal RevocationListGoesBack(long number) => Of("C8", nameof(RevocationListGoesBack), ("number", Count(number)));

    public static Refusal ExpiryAlreadyRecorded(LocalDate notAfter) =>
        Of("C9", nameof(ExpiryAlreadyRecorded), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));
    public static Refusal CertificateStillValid(LocalDate notAfter) =>
        Of("C9", nameof(CertificateStillValid), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal UnlockAlreadyGranted() => Of("C11", nameof(UnlockAlreadyGranted));
    public static Refusal NothingToUnlock() => Of("C11", nameof(NothingToUnlock));
    public static Refusal AnotherKeyIsInserted(SerialNumber serial) => Of("C11", nameof(AnotherKeyIsInserted), ("serial", serial.Value));

    public static Refusal PayerIsNotTheHolder() => Of("P1", nameof(PayerIsNotTheHolder));

    public static Refusal AmountNotPositive(Money amount) => Of("P2", nameof(AmountNotPositive), ("amount", amount.Value));

    public static Refusal TransferAlreadyReceived(BankReference reference) =>
        Of("P3", nameof(TransferAlreadyReceived), ("reference", reference.Value));
    public static Refusal TransferAlreadyCounted(BankReference reference) =>
        Of("P3", nameof(TransferAlreadyCounted), ("reference", reference.Value));
    public static Refusal TransferUnknown(BankReference reference) => Of("P3", nameof(TransferUnknown), ("reference", reference.Value));
    public static Refusal TransferHeldElsewhere(BankReference reference) => Of("P3", nameof(TransferHeldElsewhere), ("reference", reference.Value));
    public static Refusal TransferAlreadyConfirmed(BankReference reference) =>
        Of("P3", nameof(TransferAlreadyConfirmed), ("reference", reference.Value));
    public static Refusal TransferNotClaimed(BankReference reference) => Of("P3", nameof(TransferNotClaimed), ("reference", reference.Value));

    public static Refusal TransferGoesBack(BankReference reference) => Of("P2", nameof(TransferGoesBack), ("reference", reference.Value));
    public static Refusal RefundAlreadyRequested(BankReference reference) => Of("P2", nameof(RefundAlreadyRequested), ("reference", reference.Value));
    public static Refusal RefundNotRequested(BankReference reference) => Of("P2", nameof(RefundNotRequested), ("reference", reference.Value));
    public static Refusal RefundEvidenceMissing() => Of("P2", nameof(RefundEvidenceMissing));
    public static Refusal NothingToRefund(BankReference reference) => Of("P2", nameof(NothingToRefund), ("reference", reference.Value));

    public static Refusal OneSealComesWithTheCertificate(LocalizedText platform) =>
        Of("S1", nameof(OneSealComesWithTheCertificate), ("platform", Word(platform)));

    public static Refusal SealUpgradeNeedsRenewal(LocalDate lastDate, LocalDate notAfter) => Of(
        "S3", nameof(SealUpgradeNeedsRenewal), ("lastDate", LocalDatePattern.Iso.Format(lastDate)), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));
    public static Refusal NoSealToUpgrade() => Of("S3", nameof(NoSealToUpgrade));
    public static Refusal SealsAlreadyUpgraded() => Of("S3", nameof(SealsAlreadyUpgraded));

    public static Refusal SealPictureNotJudged() => Of("S4", nameof(SealPictureNotJudged));

    public static Refusal SealRenewalNeedsValidCertificate(LocalDate notAfter) =>
        Of("S5", nameof(SealRenewalNeedsValidCertificate), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));
    public static Refusal NoSealToRenew() => Of("S5", nameof(NoSealToRenew));
    public static Refusal SealsLastAsLongAsTheCertificate(LocalDate notAfter) =>
        Of("S5", nameof(SealsLastAsLongAsTheCertificate), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal NoSealToExpire() => Of("S6", nameof(NoSealToExpire));

    public static Refusal SealsNotOfferedWithNew(LocalizedText platform) => Of("S8", nameof(SealsNotOfferedWithNew), ("platform", Word(platform)));
    public static Refusal SealPictureMissing() => Of("S8", nameof(SealPictureMissing));
    public static Refusal SealNeedsValidCertificate(LocalDate notAfter) =>
        Of("S8", nameof(SealNeedsValidCertificate), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal PostalAddressMissing() => Of("D1", nameof(PostalAddressMissing));
    public static Refusal NothingToPost() => Of("D1", nameof(NothingToPost));
    public static Refusal TrackingNumberMissing() => Of("D1", nameof(TrackingNumberMissing));
    public static Refusal ParcelAlreadyInBatch(CertificateId certificate, LocalDate date) =>
        Of("D1", nameof(ParcelAlreadyInBatch), ("certificate", certificate.Value), ("date", LocalDatePattern.Iso.Format(date)));
    public static Refusal ParcelNotInBatch(CertificateId certificate, LocalDate date) =>
        Of("D1", nameof(ParcelNotInBatch), ("certificate", certificate.Value), ("date", LocalDatePattern.Iso.Format(date)));
    public static Refusal ParcelAlreadyPosted(CertificateId certificate, LocalDate date) =>
        Of("D1", nameof(ParcelAlreadyPosted), ("certificate", certificate.Value), ("date", LocalDatePattern.Iso.Format(date)));
    public static Refusal BatchIsClosed(LocalDate date) => Of("D1", nameof(BatchIsClosed), ("date", LocalDatePattern.Iso.Format(date)));
    public static Refusal BatchNotClosed(LocalDate date) => Of("D1", nameof(BatchNotClosed), ("date", LocalDatePattern.Iso.Format(date)));
    public static Refusal BatchIsEmpty(LocalDate date) => Of("D1", nameof(BatchIsEmpty), ("date", LocalDatePattern.Iso.Format(date)));
    public static Refusal BatchNotYetDue(LocalDate date) => Of("D1", nameof(BatchNotYetDue), ("date", LocalDatePattern.Iso.Format(date)));

    public static Refusal BatchOutsidePromise(CertificateId certificate, LocalDate date) =>
        Of("D1", nameof(BatchOutsidePromise), ("certificate", certificate.Value), ("date", LocalDatePattern.Iso.Format(date)));
    public static Refusal TrackingNumberTaken(string trackingNumber) =>
        Of("D1", nameof(TrackingNumberTaken), ("trackingNumber", FactWord.Plain(trackingNumber)));
    public static Refusal ParcelAlreadyLabelled(string trackingNumber) =>
        Of("D1", nameof(ParcelAlreadyLabelled), ("trackingNumber", FactWord.Plain(trackingNumber)));
    public static Refusal ParcelNotFollowed(string trackingNumber) =>
        Of("D1", nameof(ParcelNotFollowed), ("trackingNumber", FactWord.Plain(trackingNumber)));
    public static Refusal TrackingIsNoNews(string trackingNumber) =>
        Of("D1", nameof(TrackingIsNoNews), ("trackingNumber", FactWord.Plain(trackingNumber)));
    public static Refusal NoParcelCameBack(int application) =>
        Of("D1", nameof(NoParcelCameBack), ("application", application.ToString(CultureInfo.InvariantCulture)));

    public static Refusal RoleAccountAlreadyNoted(LocalDate appliedOn) =>
        Of("D2", nameof(RoleAccountAlreadyNoted), ("appliedOn", LocalDatePattern.Iso.Format(appliedOn)));

    public static Refusal RoleAccountInTheFuture(LocalDate appliedOn) =>
        Of("D2", nameof(RoleAccountInTheFuture), ("appliedOn", LocalDatePattern.Iso.Format(appliedOn)));
    public static Refusal NothingToPostpone() => Of("D2", nameof(NothingToPostpone));

    public static Refusal NoInvoiceDue(int application) => Of("D4", nameof(NoInvoiceDue), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal NoInvoiceIssued(int application) =>
        Of("D4", nameof(NoInvoiceIssued), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal InvoiceAlreadyIssued(string number) => Of("D4", nameof(InvoiceAlreadyIssued), ("number", FactWord.Plain(number)));
    public static Refusal ReversalAlreadyRequested(int application) =>
        Of("D4", nameof(ReversalAlreadyRequested), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal ReversalNotRequested(int application) =>
        Of("D4", nameof(ReversalNotRequested), ("application", application.ToString(CultureInfo.InvariantCulture)));
    public static Refusal InvoiceNumberMissing() => Of("D4", nameof(InvoiceNumberMissing));

    public static Refusal NoVisitNeeded(Channel channel) => Of("W1", nameof(NoVisitNeeded), ("channel", Word(channel)));
    public static Refusal VisitInThePast() => Of("W1", nameof(VisitInThePast));
    public static Refusal WindowNotKnown(WindowId window, LocalizedText platform) =>
        Of("W1", nameof(WindowNotKnown), ("window", window.Value), ("platform", Word(platform)));
    public static Refusal WindowClosed(LocalizedText window, LocalDateTime? nextOpening) => Of(
        "W1", nameof(WindowClosed), ("window", Word(window)),
        ("nextOpening", Hour(nextOpening)));
    public static Refusal WindowServesAnotherDay(LocalizedText window, LocalDate? nextDay) => Of(
        "W1", nameof(WindowServesAnotherDay), ("window", Word(window)),
        ("nextDay", Day(nextDay)));

    public static Refusal StaffAccountTaken(StaffId account) => Of("F1", nameof(StaffAccountTaken), ("account", account.Value));
    public static Refusal StaffAccountUnknown(StaffId account) => Of("F1", nameof(StaffAccountUnknown), ("account", account.Value));
    public static Refusal StaffAccountIsClosed(StaffId account) => Of("F1", nameof(StaffAccountIsClosed), ("account", account.Value));

    public static Refusal NotPermitted(StaffRole role) => Of("F2", nameof(NotPermitted), ("role", Word(role)));
    public static Refusal StaffRoleAlreadyHeld(StaffId account, StaffRole role) =>
        Of("F2", nameof(StaffRoleAlreadyHeld), ("account", account.Value), ("role", Word(role)));
    public static Refusal StaffRoleNotHeld(StaffId account, StaffRole role) =>
        Of("F2", nameof(StaffRoleNotHeld), ("account", account.Value), ("role", Word(role)));

    public static Refusal OwnAccountStaysUnchanged() => Of("F3", nameof(OwnAccountStaysUnchanged));

    public static Refusal StaffRoleAlreadyRequested(StaffId account, StaffRole role) =>
        Of("F4", nameof(StaffRoleAlreadyRequested), ("account", account.Value), ("role", Word(role)));
    public static Refusal StaffRoleNotRequested(StaffId account, StaffRole role) =>
        Of("F4", nameof(StaffRoleNotRequested), ("account", account.Value), ("role", Word(role)));
    public static Refusal SecondAdministratorNeeded(StaffRole role) => Of("F4", nameof(SecondAdministratorNeeded), ("role", Word(role)));

    public static Refusal EnrolmentOnlyAtTheServer(StaffId account) => Of("F4", nameof(EnrolmentOnlyAtTheServer), ("account", account.Value));

    public static Refusal FirstAdministratorAlreadyAppointed() => Of("F5", nameof(FirstAdministratorAlreadyAppointed));
    public static Refusal AdministratorsWouldBeTooFew(int administratorsMin) =>
        Of("F5", nameof(AdministratorsWouldBeTooFew), ("administratorsMin", administratorsMin.ToString(CultureInfo.InvariantCulture)));

    public static Refusal UnitUnknown(CreditCode unit) => Of("U1", nameof(UnitUnknown), ("unit", unit.Value));
    public static Refusal UnitAlreadyRegistered(CreditCode unit) => Of("U1", nameof(UnitAlreadyRegistered), ("unit", unit.Value));
    public static Refusal UnitNameIsTheSame() => Of("U1", nameof(UnitNameIsTheSame));

    public static Refusal UnitUnderAnotherPhone() => Of("U2", nameof(UnitUnderAnotherPhone));
    public static Refusal UnitHandlerNotProven() => Of("U2", nameof(UnitHandlerNotProven));
    public static Refusal KeyOfAnotherUnit() => Of("U2", nameof(KeyOfAnotherUnit));
    public static Refusal HandlerAlreadyAuthorized() => Of("U2", nameof(HandlerAlreadyAuthorized));
    public static Refusal HandlerNotAuthorized() => Of("U2", nameof(HandlerNotAuthorized));

    public static Refusal LastHandlerStays() => Of("U3", nameof(LastHandlerStays));

    public static Refusal RoleAccountUnderReview(RoleAccountKindId kind, RoleAccountName account) =>
        Of("U4", nameof(RoleAccountUnderReview), ("kind", kind.Value), ("account", FactWord.Plain(account.Value)));
    public static Refusal RoleAccountAlreadyApproved(RoleAccountKindId kind, RoleAccountName account) =>
        Of("U4", nameof(RoleAccountAlreadyApproved), ("kind", kind.Value), ("account", FactWord.Plain(account.Value)));
    public static Refusal NoRoleAccountAlreadyDeclared(RoleAccountKindId kind) => Of("U4", nameof(NoRoleAccountAlreadyDeclared), ("kind", kind.Value));
    public static Refusal RoleAccountNotUnderReview(RoleAccountKindId kind, RoleAccountName account) =>
        Of("U4", nameof(RoleAccountNotUnderReview), ("kind", kind.Value), ("account", FactWord.Plain(account.Value)));

    public static Refusal RoleAccountsNotOffered(LocalizedText platform) => Of("A5", nameof(RoleAccountsNotOffered), ("platform", Word(platform)));
    public static Refusal RoleAccountKindNotOffered(RoleAccountKindId kind, LocalizedText platform) =>
        Of("A5", nameof(RoleAccountKindNotOffered), ("kind", kind.Value), ("platform", Word(platform)));

    public static Refusal CertificateOfAnotherUnit() => Of("A11", nameof(CertificateOfAnotherUnit));
    public static Refusal CertificateBoundUnderAnotherRole(RoleId role) => Of("A11", nameof(CertificateBoundUnderAnotherRole), ("role", role.Value));
    public static Refusal AnotherCertificateIsBound(RoleId role, SerialNumber serial) =>
        Of("A11", nameof(AnotherCertificateIsBound), ("role", role.Value), ("serial", serial.Value));
    public static Refusal CertificateAlreadyBound(RoleId role, SerialNumber serial) =>
        Of("A11", nameof(CertificateAlreadyBound), ("role", role.Value), ("serial", serial.Value));
    public static Refusal CertificateNotBound(RoleId role) => Of("A11", nameof(CertificateNotBound), ("role", role.Value));

    public static Refusal RoleAccountAlreadyAppliedFor(LocalDate appliedOn) =>
        Of("D2", nameof(RoleAccountAlreadyAppliedFor), ("appliedOn", LocalDatePattern.Iso.Format(appliedOn)));
    public static Refusal RoleAccountNotAppliedFor() => Of("D2", nameof(RoleAccountNotAppliedFor));
    public static Refusal UserBaseSettingsAlreadyCompleted(LocalDate completedOn) =>
        Of("D2", nameof(UserBaseSettingsAlreadyCompleted), ("completedOn", LocalDatePattern.Iso.Format(completedOn)));

    private static Refusal Of(string rule, string code, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            map.Add(name, value);
        return new Refusal(rule, code, map.ToImmutable());
    }

    private static string Listed(ImmutableArray<MaterialId> materials) => string.Join(", ", materials.Select(m => m.Value));

    private static string Day(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "—";

    private static string Hour(LocalDateTime? at) =>
        at is { } hour ? LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(hour) : "—";

    // A fact that is itself worded differently in each language is named, not spelled: the texts spell it.
    private static string Word<T>(T value) where T : struct, Enum => FactWord.Of(value);

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word(LocalizedText text) => FactWord.Both(text);
}
