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
using ScCa.Domain.Units;

namespace ScCa.Application.Tests.Events;

/// <summary>One instance of every event, with every member set: what its golden file is made from.</summary>
internal static class EventSamples
{
    private static readonly Instant At = Instant.FromUtc(2026, 1, 5, 1, 2, 3) + Duration.FromMilliseconds(40);
    private static readonly CertificateId Certificate = new("c-0123456789abcdef01234567");
    private static readonly SerialNumber Serial = SerialNumber.Parse("8F3A5C7E9B1D2F4A6C8E0B2D4F6A8C0E");
    private static readonly BankReference Reference = new("B-2026-000001");
    private static readonly StaffId Reviewer = new("reviewer-1");
    private static readonly StaffId Administrator = new("administrator-1");
    private static readonly Handler Handler = new(new SubjectId("s-1"), new SealedText("1.bmFtZQ=="), new SealedText("1.cGhvbmU="), new PhoneIndex("abc123"));
    private static readonly Validity Validity = Validity.Until(Instant.FromUtc(2026, 1, 5, 1, 2, 3), new LocalDate(2027, 1, 5));
    private static readonly Term OneYear = Term.OfYears(1);

    private static readonly Charge Charge = new(
        [new ChargeLine(ChargeItem.Opening, Money.FromYuan(100), 1), new ChargeLine(ChargeItem.AnnualService, Money.FromYuan(200), 1)]);

    private static readonly UnitHolder Holder = new(
        CertificateName.Parse("四川锦绣招标代理有限公司（成都）"), CreditCode.Parse("91510100MA61UX2K5A"), new RoleId("supplier"));

    private static readonly PlatformId Platform = new("pharma-procurement");
    private static readonly RoleAccountKindId AccountKind = new("drug-manufacturer");
    private static readonly UnitKeyProof UnitKey = new(Certificate, Holder.CreditCode, new KeyProof(Serial, Digest.Parse(new string('b', 64))));

    public static ImmutableArray<object> All { get; } =
    [
        new CertificateAppliedFor(
            Certificate, new PlatformId("gov-procurement"), Holder, 1, Handler, new SealedText("1.YWRkcmVzcw=="), Channel.Online, OneYear, 1, Verification.CorporateTransfer, Charge, At),
        new RenewalApplied(2, Stage.InValidity, Handler, Channel.Online, OneYear, 1, Verification.KeySignature, Charge, At),
        new ApplicationApproved(1, Reviewer, Money.FromYuan(300), At),
        new ApplicationReturned(1, Reviewer, "营业执照照片不清晰", At),
        new ApplicationRejected(1, Reviewer, "不符合条件", At),
        new ApplicationResubmitted(1, At),
        new ApplicationWithdrawn(1, At),
        new LapseAnnounced(1, new LocalDate(2026, 2, 4), At),
        new ApplicationLapsed(1, At),
        new TransferCounted(1, Reference, Money.FromYuan(350), Money.Zero, Money.FromYuan(50), At),
        new ApplicationPaid(1, Money.FromYuan(300), At),
        new IdentityVerified(1, Verification.CorporateTransfer, "B-2026-000001", At),
        new ParcelPromised(1, new PromisedDate(new LocalDate(2027, 1, 1), [2027]), At),
        new IssuanceIntended(1, 1, Serial, Digest.Parse(new string('a', 64)), "issuing-ca-1", Validity, At),
        new IssuanceAbandoned(1, Serial, At),
        new GenerationIssued(1, 1, Serial, Validity, Der.From([0x30, 0x03, 0x02, 0x01, 0x05]), At),
        new KeyPosted(1, "SF1234567890", new StaffId("dispatch-1"), At),
        new RenewalGranted(2, new LocalDate(2028, 1, 5), At),
        new RenewalCompleted(2, 2, At),
        new CertificateExpired(1, Validity.NotAfter),
        new TransferReceived(Reference, "四川锦绣招标代理有限公司(成都)", Money.FromYuan(350), At),
        new TransferClaimed(Reference, Certificate, 1, "四川锦绣招标代理有限公司(成都)", Money.FromYuan(350), At),
        new TransferConfirmed(Reference, Certificate, 1, Money.FromYuan(50), At),
        new TransferReleased(Reference, "P1", "PayerIsNotTheHolder", At),
        new MessageRequested(
            new MessageId("c-1-2"), new SubjectId("s-1"), new SealedText("1.cGhvbmU="), "transfer-counted",
            ImmutableSortedDictionary<string, string>.Empty.Add("amount", "350.00").Add("operation", "@Operation.New"), At),
        new MessageSent(new MessageId("c-1-2"), "gateway-1", At),
        new MessageFailed(new MessageId("c-1-2"), "gateway-unreachable", At),
        new MessageGivenUp(new MessageId("c-1-2"), "gateway-unreachable", At),
        new FirstAdministratorAppointed(Administrator, new SubjectId("st-1"), new SealedText("1.bmFtZQ=="), At),
        new StaffAccountOpened(Reviewer, new SubjectId("st-2"), new SealedText("1.bmFtZQ=="), Administrator, At),
        new StaffRoleGranted(Reviewer, StaffRole.SeniorReviewer, Administrator, At),
        new StaffRoleRequested(Reviewer, StaffRole.CaOperator, Administrator, At),
        new StaffRoleConfirmed(Reviewer, StaffRole.CaOperator, new StaffId("administrator-2"), At),
        new StaffRoleWithdrawn(Reviewer, StaffRole.WindowClerk, Administrator, At),
        new EnrolmentCodeIssued(Reviewer, Administrator, At),
        new StaffAccountClosed(Reviewer, Administrator, At),
        new UnitRegistered(Holder.CreditCode, Holder.Name, At),
        new HandlerAuthorized(Holder.CreditCode, Handler, HandlerEvidence.With(UnitKey), At),
        new HandlerWithdrawn(Holder.CreditCode, Handler.Subject, Handler.PhoneIndex, HandlerEvidence.By(Reviewer), At),
        new HandlerPhoneChanged(
            Holder.CreditCode, new SubjectId("s-0"), new PhoneIndex("def456"), Handler, new HandlerEvidence(UnitKey, new StaffId("clerk-1")), At),
        new RoleAccountAppliedFor(Holder.CreditCode, Platform, new LocalDate(2026, 1, 5), At),
        new UserBaseSettingsCompleted(Holder.CreditCode, Platform, new LocalDate(2026, 1, 5), At),
        new RoleAccountDeclared(Holder.CreditCode, Platform, AccountKind, new RoleAccountName("药生产 0006"), "check-2026-1", At),
        new NoRoleAccountDeclared(Holder.CreditCode, Platform, AccountKind, At),
        new RoleAccountApproved(Holder.CreditCode, Platform, AccountKind, new RoleAccountName("药生产 0006"), Reviewer, At),
        new RoleAccountRejected(Holder.CreditCode, Platform, AccountKind, new RoleAccountName("药生产 0006"), "账号不属于本单位", Reviewer, At),
        new CertificateBound(Holder.CreditCode, Platform, new RoleId("supplier"), Certificate, Serial, At),
        new CertificateUnbound(Holder.CreditCode, Platform, new RoleId("supplier"), Certificate, At),
        new ParcelAdded(new LocalDate(2026, 1, 7), Certificate, 1, At),
        new ParcelRemoved(new LocalDate(2026, 1, 7), Certificate, 1, At),
        new BatchClosed(new LocalDate(2026, 1, 7), new StaffId("dispatch-1"), At),
        new ParcelPosted(new LocalDate(2026, 1, 7), Certificate, 1, "SF1234567890", new StaffId("dispatch-1"), At),
        new LegalHoldPlaced(new SubjectId("s-1"), Administrator, "法院调查令 2026-12", At),
        new LegalHoldLifted(new SubjectId("s-1"), Administrator, "案件已结", At),
        new ErasureRequested(new SubjectId("s-1"), Administrator, "本人书面申请", At),
        new SubjectErased(new SubjectId("s-1"), new LocalDate(2027, 1, 5), Administrator, "保存期已满", At),
    ];
}
