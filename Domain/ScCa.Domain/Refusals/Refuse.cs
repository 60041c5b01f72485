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
using ScCa.Domain.Staff;

namespace ScCa.Domain.Refusals;

/// <summary>
/// Every refusal there is, by rule. A method's parameters are the facts its texts may use, under the same names.
/// </summary>
public static class Refuse
{
    public static Refusal ApplicationUnderAnotherPhone() => Of("A1", nameof(ApplicationUnderAnotherPhone));

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
    public static Refusal ApplicationAwaitsNoTransfer(int application, ApplicationStep step) =>
        Of("A3", nameof(ApplicationAwaitsNoTransfer), ("application", application.ToString(CultureInfo.InvariantCulture)), ("step", Word(step)));
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
    public static Refusal NoOpenRenewal() => Of("A3", nameof(NoOpenRenewal));

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

    public static Refusal PresentKeyNotProven() => Of("A6", nameof(PresentKeyNotProven));

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

    public static Refusal SignatureAlreadyIntended(SerialNumber serial) => Of("C1", nameof(SignatureAlreadyIntended), ("serial", serial.Value));
    public static Refusal SignatureNotIntended(SerialNumber serial) => Of("C1", nameof(SignatureNotIntended), ("serial", serial.Value));
    public static Refusal SerialAlreadyUsed(SerialNumber serial) => Of("C1", nameof(SerialAlreadyUsed), ("serial", serial.Value));
    public static Refusal IssuancePlanOutdated() => Of("C1", nameof(IssuancePlanOutdated));
    public static Refusal NothingToIssue() => Of("C1", nameof(NothingToIssue));

    public static Refusal TermNotOffered(Term term, LocalizedText platform) =>
        Of("C2", nameof(TermNotOffered), ("term", term.Years.ToString(CultureInfo.InvariantCulture)), ("platform", Word(platform)));

    public static Refusal RenewalNotYetOpen(LocalDate firstDate, LocalDate notAfter) =>
        Of("C3", nameof(RenewalNotYetOpen), ("firstDate", LocalDatePattern.Iso.Format(firstDate)), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal RenewalAlreadyGranted(LocalDate notAfter) =>
        Of("C5", nameof(RenewalAlreadyGranted), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));
    public static Refusal NothingToWrite() => Of("C5", nameof(NothingToWrite));
    public static Refusal AnotherKeyWasIssued(SerialNumber serial) => Of("C5", nameof(AnotherKeyWasIssued), ("serial", serial.Value));
    public static Refusal AnotherGenerationWasWritten(SerialNumber serial) =>
        Of("C5", nameof(AnotherGenerationWasWritten), ("serial", serial.Value));

    public static Refusal ExpiryAlreadyRecorded(LocalDate notAfter) =>
        Of("C9", nameof(ExpiryAlreadyRecorded), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));
    public static Refusal CertificateStillValid(LocalDate notAfter) =>
        Of("C9", nameof(CertificateStillValid), ("notAfter", LocalDatePattern.Iso.Format(notAfter)));

    public static Refusal PayerIsNotTheHolder(CertificateName holder) => Of("P1", nameof(PayerIsNotTheHolder), ("holder", FactWord.Plain(holder.Value)));

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

    public static Refusal PostalAddressMissing() => Of("D1", nameof(PostalAddressMissing));
    public static Refusal NothingToPost() => Of("D1", nameof(NothingToPost));
    public static Refusal TrackingNumberMissing() => Of("D1", nameof(TrackingNumberMissing));

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

    private static Refusal Of(string rule, string code, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            map.Add(name, value);
        return new Refusal(rule, code, map.ToImmutable());
    }

    // A fact that is itself worded differently in each language is named, not spelled: the texts spell it.
    private static string Word<T>(T value) where T : struct, Enum => FactWord.Of(value);

    private static string Word(LocalizedText text) => FactWord.Both(text);
}
