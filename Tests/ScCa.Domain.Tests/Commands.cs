using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Staff;

namespace ScCa.Domain.Tests;

/// <summary>Every command with the values of <see cref="Example"/>, so that a test names only what it is about.</summary>
internal static class Commands
{
    private static readonly CommandId Id = new("command-1");

    private static readonly CertificateId Certificate = Example.TheCertificate;

    public static ApplyForCertificate Apply(
        Instant? at = null, PlatformId? platform = null, RoleId? role = null, Channel channel = Channel.Online, Term? term = null, int seals = 0) =>
        new(
            Id, Certificate, platform ?? TestPolicies.Gov, Example.TheHolder with { Role = role ?? TestPolicies.Supplier },
            Example.Online with { Channel = channel }, Example.Address, term ?? Example.OneYear, Example.Pictures(seals), at ?? Example.AppliedAt);

    public static ApproveApplication Approve(int application = 1, Instant? at = null, SealPictureFinding? sealPicture = null) =>
        new(Id, Certificate, application, sealPicture, Example.Reviewer, at ?? Example.ReviewedAt);

    public static ReturnApplication Return(int application = 1, string reason = "licence illegible", Instant? at = null) =>
        new(Id, Certificate, application, Example.Reviewer, reason, at ?? Example.ReviewedAt);

    public static RejectApplication Reject(int application = 1, string reason = "not entitled", Instant? at = null) =>
        new(Id, Certificate, application, Example.Reviewer, reason, at ?? Example.ReviewedAt);

    public static ResubmitApplication Resubmit(int application = 1, PhoneIndex? phone = null, Instant? at = null) =>
        new(Id, Certificate, application, phone ?? Example.Phone, at ?? Example.ReviewedAt);

    public static WithdrawApplication Withdraw(
        int application = 1, PhoneIndex? phone = null, Instant? at = null, bool withRefund = false) =>
        new(Id, Certificate, application, phone ?? Example.Phone, withRefund, at ?? Example.ReviewedAt);

    public static AnnounceLapse AnnounceLapse(int application = 1, Instant? at = null) => new(Id, Certificate, application, at ?? Example.IdleAt);

    public static LapseApplication Lapse(int application = 1, Instant? at = null) => new(Id, Certificate, application, at ?? Example.LapsedAt);

    public static CountTransfer Count(
        int yuan, int application = 1, BankReference? reference = null, string payer = Example.UnitAccount, Instant? at = null,
        PaymentMeans means = PaymentMeans.CorporateTransfer) =>
        new(Id, Certificate, application, reference ?? Example.Transfer1, means, Example.PayerNamed(payer), Money.FromYuan(yuan), at ?? Example.PaidAt);

    public static IntendIssuance Intend(SerialNumber? serial = null, Validity? validity = null, Instant? at = null) =>
        new(Id, Certificate, serial ?? Example.Serial1, Example.TbsDigest, Example.SigningKey, validity ?? Example.FirstValidity,
            at ?? Example.IssuedAt);

    public static AbandonIssuance Abandon(SerialNumber? serial = null, Instant? at = null) =>
        new(Id, Certificate, serial ?? Example.Serial1, at ?? Example.IssuedAt);

    public static RecordGeneration RecordGeneration(SerialNumber? serial = null, Instant? at = null) =>
        new(Id, Certificate, serial ?? Example.Serial1, Example.Signed, at ?? Example.IssuedAt);

    /// <summary>A pair: the encryption certificate's serial is the given one.</summary>
    public static IntendIssuance IntendPair(SerialNumber? serial = null, SerialNumber? encryption = null, Instant? at = null) =>
        Intend(serial, at: at) with { Encryption = new EncryptionIntent(encryption ?? Example.EncryptionSerial, Example.EncryptionTbsDigest) };

    public static RecordGeneration RecordPair(SerialNumber? serial = null, SerialNumber? encryption = null, Instant? at = null) =>
        RecordGeneration(serial, at) with { Encryption = Example.EncryptionHalf(encryption ?? Example.EncryptionSerial) };

    public static PostKey Post(string trackingNumber = "SF1", Instant? at = null) =>
        new(Id, Certificate, trackingNumber, Example.Clerk, at ?? Example.PostedAt);

    public static ExpireCertificate Expire(Instant? at = null) => new(Id, Certificate, at ?? Example.SweptAt);

    /// <summary>With proof of the first key; <see cref="RenewUnproven"/> brings none.</summary>
    public static RenewCertificate Renew(Instant? at = null, Channel channel = Channel.Online, Term? term = null, SerialNumber? proven = null) =>
        new(Id, Certificate, Example.Online with { Channel = channel }, term ?? Example.OneYear, Example.ProofOf(proven ?? Example.Serial1),
            at ?? Example.RenewalAppliedAt);

    public static RenewCertificate RenewUnproven(Instant? at = null, Term? term = null) => Renew(at, term: term) with { Proof = null };

    public static FulfilApplication Fulfil(int application = 2, Instant? at = null) => new(Id, Certificate, application, at ?? Example.RenewalGrantedAt);

    public static CompleteUpdate Complete(SerialNumber? written = null, Instant? at = null) =>
        new(Id, Certificate, written ?? Example.Serial2, at ?? Example.RenewalPulledAt);

    public static ReceiveTransfer Receive(Money? amount = null) =>
        new(Id, Example.Transfer1, PaymentMeans.CorporateTransfer, Example.PayerNamed(Example.UnitAccount), amount ?? Money.FromYuan(300), Example.PaidAt);

    public static ClaimTransfer Claim(string certificate = "c-1", int application = 1) =>
        new(Id, Example.Transfer1, new CertificateId(certificate), application, Example.PaidAt);

    public static ConfirmTransfer Confirm(string certificate = "c-1", int application = 1) =>
        new(Id, Example.Transfer1, new CertificateId(certificate), application, Money.Zero, Example.PaidAt);

    public static ReleaseTransfer Release() => new(Id, Example.Transfer1, "P1", "PayerIsNotTheHolder", Example.PaidAt);

    public static RequestMessage RequestMessage() => new(
        Id, Example.TheMessage, Example.TheHandler.Subject, Example.TheHandler.Phone, "RenewalGranted",
        ImmutableSortedDictionary<string, string>.Empty.Add("notAfter", "2027-03-10"), Example.PaidAt);

    public static RecordDelivery Deliver() => new(Id, Example.TheMessage, "gateway-1", Example.PaidAt);

    public static AppointFirstAdministrator AppointFirst() => new(Id, Example.Admin1, Example.SubjectOf(Example.Admin1), Example.SealedName, Example.StaffedAt);

    public static OpenStaffAccount OpenAccount(StaffId account, StaffId? by = null) =>
        new(Id, account, Example.SubjectOf(account), Example.SealedName, by ?? Example.Admin1, Example.StaffedAt);

    public static GrantStaffRole GrantRole(StaffId account, StaffRole role = StaffRole.Reviewer, StaffId? by = null) =>
        new(Id, account, role, by ?? Example.Admin1, Example.StaffedAt);

    public static ConfirmStaffRole ConfirmRole(StaffId account, StaffRole role = StaffRole.CaOperator, StaffId? by = null) =>
        new(Id, account, role, by ?? Example.Admin2, Example.StaffedAt);

    public static WithdrawStaffRole WithdrawRole(StaffId account, StaffRole role = StaffRole.Reviewer, StaffId? by = null) =>
        new(Id, account, role, by ?? Example.Admin1, Example.StaffedAt);

    public static CloseStaffAccount CloseAccount(StaffId account, StaffId? by = null) => new(Id, account, by ?? Example.Admin1, Example.StaffedAt);

    public static IssueEnrolmentCode IssueCode(StaffId account, StaffId? by) => new(Id, account, by, Example.StaffedAt);

    public static AddParcel Add(string certificate = "c-1", int application = 1, Instant? at = null) =>
        new(Id, Example.PostingDay, new CertificateId(certificate), application, at ?? Example.IssuedAt);

    public static RemoveParcel Remove(string certificate = "c-1", int application = 1) =>
        new(Id, Example.PostingDay, new CertificateId(certificate), application, Example.PostedAt);

    public static CloseBatch CloseBatch(Instant? at = null) => new(Id, Example.PostingDay, Example.Clerk, at ?? Example.PostedAt);

    public static PostParcel PostParcel(string certificate = "c-1", string trackingNumber = "SF1", int application = 1) =>
        new(Id, Example.PostingDay, new CertificateId(certificate), application, trackingNumber, Example.Clerk, Example.PostedAt);

    public static PlaceLegalHold Hold(string reason = "court order 12", Instant? at = null) =>
        new(Id, Example.TheSubject, Example.Admin1, reason, at ?? Example.ErasableAt);

    public static OrderHoldLift OrderHoldLift(string reason = "case closed", Instant? at = null) =>
        new(Id, Example.TheSubject, Example.Admin1, reason, at ?? Example.ErasableAt);

    public static LiftLegalHold LiftHold(StaffId? by = null, Instant? at = null) => new(Id, Example.TheSubject, by ?? Example.Admin2, at ?? Example.ErasableAt);

    public static RequestErasure RequestErasure(string reason = "asked in writing", Instant? at = null) =>
        new(Id, Example.TheSubject, Example.Admin1, reason, at ?? Example.ErasableAt);

    /// <summary>Of somebody whose last certificate ended on <see cref="Example.NotAfter"/>, and who has a phone of his own.</summary>
    public static OrderErasure OrderErasure(PersonRecords? records = null, string reason = "five years are over", Instant? at = null) =>
        new(Id, Example.TheSubject, records ?? Example.Records, Example.Admin1, reason, at ?? Example.ErasableAt);

    public static ConfirmErasure ConfirmErasure(PersonRecords? records = null, StaffId? by = null, Instant? at = null) =>
        new(Id, Example.TheSubject, records ?? Example.Records, by ?? Example.Admin2, at ?? Example.ErasableAt);

    public static DropSubjectOrder DropOrder(string reason = "another certificate", Instant? at = null) =>
        new(Id, Example.TheSubject, Example.Admin2, reason, at ?? Example.ErasableAt);

    public static EraseSubject EraseLinked(Instant? at = null) =>
        new(Id, Example.TheSubject, Example.NotAfter, Example.Admin2, "five years are over", at ?? Example.ErasableAt);

    public static RecordFailure Fail() => new(Id, Example.TheMessage, "BUSY", Example.PaidAt);
}
