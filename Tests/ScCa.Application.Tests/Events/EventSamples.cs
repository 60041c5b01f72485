using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using ScCa.Domain.Staff;
using ScCa.Domain.Units;

namespace ScCa.Application.Tests.Events;

/// <summary>One instance of every event, with every member set: what its golden file is made from.</summary>
internal static class EventSamples
{
    private static readonly Instant At = Instant.FromUtc(2026, 1, 5, 1, 2, 3) + Duration.FromMilliseconds(40);
    private static readonly CertificateId Certificate = new("c-0123456789abcdef01234567");
    private static readonly SerialNumber Serial = SerialNumber.Parse("8F3A5C7E9B1D2F4A6C8E0B2D4F6A8C0E");
    private static readonly SerialNumber EncryptionSerial = SerialNumber.Parse("6F00000000000000000000000000E001");
    private static readonly BankReference Reference = new("B-2026-000001");
    private static readonly StaffId Reviewer = new("reviewer-1");
    private static readonly StaffId Administrator = new("administrator-1");
    private static readonly Handler Handler = new(new SubjectId("s-1"), new SealedText("1.bmFtZQ=="), new SealedText("1.cGhvbmU="), new PhoneIndex("abc123"));
    private static readonly Validity Validity = Validity.Until(Instant.FromUtc(2026, 1, 5, 1, 2, 3), new LocalDate(2027, 1, 5));
    private static readonly Term OneYear = Term.OfYears(1);

    private static readonly Charge Charge = new(
        [new ChargeLine(ChargeItem.Opening, Money.FromYuan(100), 1), new ChargeLine(ChargeItem.AnnualService, Money.FromYuan(200), 1)]);

    private static readonly UnitName Unit = new(
        CertificateName.Parse("四川锦绣招标代理有限公司（成都）"), new NameIndex("name0123"), CreditCode.Parse("91510100MA61UX2K5A"));

    private static readonly UnitHolder Holder = new(Unit, new RoleId("supplier"));

    private static readonly Person Person = new(
        new SubjectId("i-1"), new SealedText("1.cGVyc29u"), new NameIndex("name4567"), new SealedText("1.bnVtYmVy"), new IdNumberIndex("number0123"));

    private static readonly ExpertHolder Expert = new(Person, new RoleId("expert"));

    private static readonly AppliedUnder Online = new(
        Stage.InValidity, Applying.Online(Handler), 2, [Verification.KeySignature], [], [PaymentMeans.WeChat, PaymentMeans.CorporateTransfer], Reviewed: true, null, Charge);

    private static readonly AppliedUnder AtWindow = new(
        Stage.InValidity, new Applying(Handler, HandledBy.LegalRepresentative, Channel.Window, new WindowId("south"), new StaffId("clerk-1")), 2,
        [Verification.OnSite, Verification.KeySignature], [new MaterialId("application-materials")], [PaymentMeans.Window], Reviewed: true,
        new PromisedDate(new LocalDate(2026, 1, 6), []), Charge.Nothing);

    private static readonly Payer Payer = new(new SubjectId("p-1"), new SealedText("1.cGF5ZXI="), Unit.NameIndex);
    private static readonly Digest Picture = Digest.Parse(new string('c', 64));
    private static readonly ImmutableArray<CountedPayment> Payments = [new CountedPayment(Reference, Money.FromYuan(300))];
    private static readonly WeeklyDispatch Weekly = new(IsoDayOfWeek.Friday, IsoDayOfWeek.Thursday, AwaitsRoleAccount: true);

    private static readonly PlatformId Platform = new("pharma-procurement");
    private static readonly RoleAccountKindId AccountKind = new("drug-manufacturer");
    private static readonly UnitKeyProof UnitKey = new(Certificate, Unit.CreditCode, new KeyProof(Serial, Digest.Parse(new string('b', 64))));

    public static ImmutableArray<object> All { get; } =
    [
        new CertificateAppliedFor(
            Certificate, new PlatformId("gov-procurement"), Holder, 1,
            new AppliedUnder(
                Stage.BeforeIssue, Applying.Online(Handler), 2, [Verification.CorporateTransfer], [new MaterialId("application-materials")],
                [PaymentMeans.CorporateTransfer], Reviewed: true, null, Charge),
            new SealedText("1.YWRkcmVzcw=="), OneYear, [Picture], At),
        new RenewalApplied(2, Online, OneYear, At),
        new ApplicationApproved(1, Reviewer, SealPictureFinding.NumberTranscribed, Money.FromYuan(300), At),
        new RegionNamed(1, new RegionId("chengdu"), At),
        new ApplicationReturned(1, Reviewer, "营业执照照片不清晰", At),
        new ApplicationRejected(1, Reviewer, "不符合条件", At),
        new ApplicationResubmitted(1, At),
        new ApplicationWithdrawn(1, Payments, At),
        new LapseAnnounced(1, new LocalDate(2026, 2, 4), At),
        new ApplicationLapsed(1, At),
        new TransferCounted(1, Reference, PaymentMeans.CorporateTransfer, Money.FromYuan(350), Money.Zero, Money.FromYuan(50), At),
        new ApplicationPaid(1, Money.FromYuan(300), At),
        new IdentityVerified(1, Verification.CorporateTransfer, "B-2026-000001", At),
        new ParcelPromised(1, new PromisedDate(new LocalDate(2027, 1, 1), [2027]), new LocalDate(2026, 12, 30), null, At),
        new IssuanceIntended(1, 1, Serial, Digest.Parse(new string('a', 64)), "issuing-ca-1", Validity, At),
        new EncryptionIntended(1, 1, EncryptionSerial, Digest.Parse(new string('e', 64)), "issuing-ca-1", At),
        new IssuanceAbandoned(1, Serial, At),
        new EncryptionIssued(1, 1, EncryptionSerial, KeptDer.Of(Der.From([0x30, 0x03, 0x02, 0x01, 0x06])), Der.From([0x30, 0x03, 0x02, 0x01, 0x07]), At),
        new GenerationIssued(1, 1, Serial, Validity, KeptDer.Of(Der.From([0x30, 0x03, 0x02, 0x01, 0x05])), At),
        new KeyPosted(1, "SF1234567890", new StaffId("dispatch-1"), At),
        new UpdateGranted(2, Operation.Renew, Holder, new LocalDate(2028, 1, 5), Money.FromYuan(200), Seals: false, At),
        new UpdateCompleted(2, 2, At),
        new CertificateExpired(1, Validity.NotAfter),
        new ChangeApplied(2, AtWindow, Holder with { Self = Unit with { Name = CertificateName.Parse("四川锦绣咨询有限公司"), NameIndex = new NameIndex("name89ab") } }, At),
        new ReissueApplied(2, AtWindow, KeyLoss.Lost, At),
        new GenerationRevoked(2, 1, Serial, RevocationReason.Superseded, At),
        new RevocationApplied(2, AtWindow, RevocationWish.NoLongerUsed, At),
        new RevocationOrdered(RevocationReason.PrivilegeWithdrawn, "法院裁定（2026）川01执1号", new StaffId("operator-1"), At),
        new RevocationOrderDropped(new StaffId("operator-2"), "裁定已撤销", At),
        new CertificateRevoked(2, RevocationReason.CessationOfOperation, [], At),
        new UnlockApplied(2, Online, At),
        new UnlockGranted(2, Money.Zero, At),
        new CertificateUnlocked(2, At),
        new EContractApplied(2, Online, At),
        new EContractEnabled(2, At),
        new SealsAppliedFor(2, Online, [Picture, Digest.Parse(new string('d', 64))], At),
        new SealUpgradeApplied(2, Online with { ReviewedBy = new PromisedDate(new LocalDate(2026, 1, 6), []) }, At),
        new SealRenewalApplied(2, Online with { Reviewed = false, Payment = [PaymentMeans.WeChat] }, At),
        new SealMade(2, 2, 1, SealCause.Renewal, SealFormat.GbT38540V2020, Picture, 1, new LocalDate(2027, 1, 5), At),
        new SealsFulfilled(2, At),
        new SealExpired(1, Validity.NotAfter),
        new ApplicationSuperseded(1, 2, Payments, At),
        new MaterialProvided(1, new MaterialId("application-materials"), Digest.Parse(new string('e', 64)), new StaffId("clerk-1"), At),
        new MaterialReturned(1, new MaterialId("application-materials"), "扫描件缺页", Reviewer, At),
        new MaterialsCompleted(1, Reviewer, At),
        new VisitBooked(2, new WindowId("south"), new LocalDateTime(2026, 1, 6, 9, 30), At),
        new HandlerChanged(Handler, 1, new StaffId("clerk-1"), At),
        new RoleAccountNoted(new LocalDate(2026, 1, 5), At),
        new InvoicePromised(1, Money.FromYuan(300), new PromisedDate(new LocalDate(2026, 1, 7), []), At),
        new InvoiceIssued(1, "25512000000000000001", At),
        new InvoiceReversed(1, "25512000000000000001", "25512000000000000002", "购方信息有误", new StaffId("finance-1"), At),
        new ApplicationOvertaken(2, new LocalDate(2027, 1, 5), Payments, At),
        new GrantEnded(2, Payments, At),
        new ParcelLabelled(1, "SF1234567890", new StaffId("dispatch-1"), At),
        new ParcelDelivered(1, "SF1234567890", ToHandler: true, At),
        new ParcelReturned(1, "SF1234567890", At),
        new ParcelResent(1, "SF1234567891", new StaffId("dispatch-1"), At),
        new ParcelHandedOver(1, new StaffId("dispatch-1"), At),
        new InvoiceReversalRequested(1, "款项已退回", null, At),
        new InvoiceReversalFailed(1, "period-closed", At),
        new SealSigningIntended(new SealId("51010000000001"), Digest.Parse(new string('a', 64)), "seal-maker-1", At),
        new SealSigningAbandoned(new SealId("51010000000001"), At),
        new SealSigned(new SealId("51010000000001"), KeptDer.Of(Der.From([0x30, 0x03, 0x02, 0x01, 0x04])), At),
        new SealRefused("picture-unreadable", At),
        new RevocationListIntended(7, At, At + Duration.FromDays(1), 5, Digest.Parse(new string('a', 64)), "issuing-ca-1", At),
        new RevocationListAbandoned(6, At),
        new RevocationListIssued(7, Digest.Parse(new string('b', 64)), 3, At),
        new TransferReceived(Reference, PaymentMeans.CorporateTransfer, Payer, Money.FromYuan(350), At),
        new TransferClaimed(Reference, Certificate, 1, PaymentMeans.CorporateTransfer, Payer, Money.FromYuan(350), At),
        new TransferConfirmed(Reference, Certificate, 1, Money.FromYuan(50), At),
        new TransferReleased(Reference, "P1", "PayerIsNotTheHolder", At),
        new RefundRequested(Reference, Money.FromYuan(50), RefundCause.Excess, new StaffId("finance-1"), At),
        new TransferRefunded(Reference, Money.FromYuan(50), "OUT-2026-000001", At),
        new RefundFailed(Reference, "payee-account-closed", At),
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
        new UnitRegistered(Unit.CreditCode, Unit.Name, At),
        new UnitRenamed(Unit.CreditCode, CertificateName.Parse("成都新名科技有限公司"), At),
        new HandlerAuthorized(Unit.CreditCode, Handler, HandlerEvidence.With(UnitKey), At),
        new HandlerWithdrawn(Unit.CreditCode, Handler.Subject, Handler.PhoneIndex, HandlerEvidence.By(Reviewer), At),
        new HandlerPhoneChanged(
            Unit.CreditCode, new SubjectId("s-0"), new PhoneIndex("def456"), Handler, new HandlerEvidence(UnitKey, new StaffId("clerk-1")), At),
        new RoleAccountAppliedFor(Unit.CreditCode, Platform, new LocalDate(2026, 1, 5), At),
        new UserBaseSettingsCompleted(Unit.CreditCode, Platform, new LocalDate(2026, 1, 5), At),
        new RoleAccountDeclared(Unit.CreditCode, Platform, AccountKind, new RoleAccountName("药生产 0006"), "check-2026-1", At),
        new NoRoleAccountDeclared(Unit.CreditCode, Platform, AccountKind, At),
        new RoleAccountApproved(Unit.CreditCode, Platform, AccountKind, new RoleAccountName("药生产 0006"), Reviewer, At),
        new RoleAccountRejected(Unit.CreditCode, Platform, AccountKind, new RoleAccountName("药生产 0006"), "账号不属于本单位", Reviewer, At),
        new CertificateBound(Unit.CreditCode, Platform, new RoleId("supplier"), Certificate, Serial, At),
        new CertificateUnbound(Unit.CreditCode, Platform, new RoleId("supplier"), Certificate, At),
        new ParcelAdded(new LocalDate(2026, 1, 7), Certificate, 1, At),
        new ParcelRemoved(new LocalDate(2026, 1, 7), Certificate, 1, At),
        new BatchClosed(new LocalDate(2026, 1, 7), new StaffId("dispatch-1"), At),
        new ParcelPosted(new LocalDate(2026, 1, 7), Certificate, 1, "SF1234567890", new StaffId("dispatch-1"), At),
        new LegalHoldPlaced(new SubjectId("s-1"), Administrator, "法院调查令 2026-12", At),
        new LegalHoldLifted(new SubjectId("s-1"), Administrator, "案件已结", At),
        new ErasureRequested(new SubjectId("s-1"), Administrator, "本人书面申请", At),
        new SubjectErased(new SubjectId("s-1"), new LocalDate(2027, 1, 5), Administrator, "保存期已满", At),
        new HoldLiftOrdered(new SubjectId("s-1"), Administrator, "案件已结", At),
        new ErasureOrdered(new SubjectId("i-1"), [new SubjectId("s-1"), new SubjectId("p-1")], new LocalDate(2027, 1, 5), Administrator, "保存期已满", At),
        new SubjectOrderDropped(new SubjectId("s-1"), Administrator, "另有证书", At),
    ];

    /// <summary>Further shapes of an event, where what it carries comes in several; each has a golden file of its own.</summary>
    public static ImmutableArray<(string Shape, object Event)> Shapes { get; } =
    [
        ("expert", new CertificateAppliedFor(
            Certificate, new PlatformId("gov-procurement"), Expert, 1, AtWindow with { Stage = Stage.BeforeIssue }, null, OneYear, [], At)),
        ("individual", new CertificateAppliedFor(
            Certificate, new PlatformId("rural-property"), new IndividualHolder(Person, Unit, new RoleId("individual")), 1, Online with { Stage = Stage.BeforeIssue },
            null, OneYear, [], At)),
        ("individual-alone", new CertificateAppliedFor(
            Certificate, new PlatformId("rural-property"), new IndividualHolder(Person, null, new RoleId("individual")), 1, Online with { Stage = Stage.BeforeIssue },
            null, OneYear, [], At)),
        ("no-seal", new ApplicationApproved(1, Reviewer, null, Money.Zero, At)),
        ("unpaid", new ApplicationWithdrawn(1, [], At)),
        ("weekly", new ParcelPromised(1, new PromisedDate(new LocalDate(2026, 1, 9), []), new LocalDate(2026, 1, 5), Weekly, At)),
        ("sealed", new GenerationIssued(1, 1, Serial, Validity, KeptDer.Of(new SealedText("1.Y2VydGlmaWNhdGU=")), At)),
        ("change-with-seals", new UpdateGranted(2, Operation.Change, Expert, new LocalDate(2027, 1, 5), Money.Zero, Seals: true, At)),
        ("expert", new ChangeApplied(2, AtWindow, Expert, At)),
        ("by-the-authority", new CertificateRevoked(null, RevocationReason.KeyCompromise, [new StaffId("operator-1"), new StaffId("senior-1")], At)),
        ("first", new SealMade(2, 1, null, SealCause.New, SealFormat.GmT0031V2014, Picture, 1, new LocalDate(2027, 1, 5), At)),
        ("by-the-authority", new ApplicationSuperseded(1, null, [], At)),
        ("uploaded", new MaterialProvided(1, new MaterialId("application-materials"), Digest.Parse(new string('e', 64)), null, At)),
        ("by-the-holder", new HandlerChanged(Handler, null, null, At)),
        ("wechat", new TransferReceived(new BankReference("wechat:c-0123456789abcdef01234567_2"), PaymentMeans.WeChat, Payer, Money.FromYuan(100), At)),
        ("of-itself", new RefundRequested(Reference, Money.FromYuan(300), RefundCause.ApplicationEnded, null, At)),
    ];
}
