using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Tests;

/// <summary>The people, things and dates of the examples.</summary>
internal static class Example
{
    public static readonly CertificateId TheCertificate = new("c-1");
    public const string UnitAccount = "甲(集团)公司";
    public static readonly UnitName TheUnitName = UnitNamed(UnitAccount);
    public static readonly UnitHolder TheHolder = new(TheUnitName, TestPolicies.Supplier);
    public static readonly Person ThePerson = PersonNamed("person-1");

    public static readonly PhoneIndex Phone = new("phone-1");
    public static readonly PhoneIndex OtherPhone = new("phone-2");
    public static readonly Handler TheHandler = new(new SubjectId("handler-1"), new SealedText("sealed-name"), new SealedText("sealed-phone"), Phone);
    public static readonly Handler OtherHandler = new(new SubjectId("handler-2"), new SealedText("sealed-name"), new SealedText("sealed-phone"), OtherPhone);
    public static readonly Applying Online = Applying.Online(TheHandler);
    public static readonly SealedText Address = new("sealed-address");
    public static readonly StaffId Reviewer = new("reviewer-1");
    public static readonly StaffId Clerk = new("clerk-1");

    public static readonly StaffId Admin1 = new("admin-1");
    public static readonly StaffId Admin2 = new("admin-2");
    public static readonly StaffId Admin3 = new("admin-3");
    public static readonly SealedText SealedName = new("sealed-staff-name");

    public static readonly Term OneYear = Term.OfYears(1);
    public static readonly Term TwoYears = Term.OfYears(2);

    public static readonly BankReference Transfer1 = new("t-1");
    public static readonly BankReference Transfer2 = new("t-2");
    public static readonly MessageId TheMessage = new("m-1");

    public static readonly SerialNumber Serial1 = Serial(1);
    public static readonly SerialNumber Serial2 = Serial(2);
    public static readonly SerialNumber Serial3 = Serial(3);
    public static readonly Digest TbsDigest = DigestOf("tbs");
    public static readonly Digest ChallengeDigest = DigestOf("challenge");
    public static readonly KeptDer Signed = KeptDer.Of(Der.From([0x30, 0x00]));
    public const string SigningKey = "ca-1";

    // The life of the examples: issued on 2025-03-10 for one year, so that notAfter is 2026-03-10, as in the worked examples.
    public static readonly Instant AppliedAt = At("2025-03-05T10:00");
    public static readonly Instant ReviewedAt = At("2025-03-06T10:00");
    public static readonly Instant PaidAt = At("2025-03-07T10:00");
    public static readonly Instant IssuedAt = At("2025-03-10T10:00");
    public static readonly Instant PostedAt = At("2025-03-11T10:00");
    public static readonly LocalDate NotAfter = new(2026, 3, 10);
    public static readonly Validity FirstValidity = Validity.Until(IssuedAt, NotAfter);
    public static readonly PromisedDate ParcelDue = new(new LocalDate(2025, 3, 11), []);
    public static readonly LocalDate PostingDay = ParcelDue.Date;

    /// <summary>Reviewed on 6 March: idle on the 29th, lapsed a week later.</summary>
    public static readonly Instant IdleAt = At("2025-03-29T01:00");
    public static readonly LocalDate LapsesOn = new(2025, 4, 5);
    public static readonly Instant LapsedAt = At("2025-04-05T00:00");

    public static readonly Instant TooEarly = At("2026-01-08T23:59:59");
    public static readonly Instant FirstDay = At("2026-01-09T00:00");
    public static readonly Instant LastDay = At("2026-03-10T23:59:59");
    public static readonly Instant AfterExpiry = At("2026-03-11T00:00");

    /// <summary>The in-validity renewal is applied for, approved and paid on these days …</summary>
    public static readonly Instant RenewalAppliedAt = At("2026-01-12T10:00");
    public static readonly Instant RenewalReviewedAt = At("2026-01-13T10:00");
    public static readonly Instant RenewalPaidAt = At("2026-01-14T10:00");
    public static readonly Instant RenewalGrantedAt = At("2026-01-15T10:00");
    public static readonly Instant RenewalPulledAt = At("2026-01-16T10:00");
    public static readonly LocalDate RenewedNotAfter = new(2027, 3, 10);
    public static readonly Validity RenewedValidity = Validity.Until(RenewalPulledAt, RenewedNotAfter);

    /// <summary>… the late one on these.</summary>
    public static readonly Instant LateAppliedAt = At("2026-04-16T10:00");
    public static readonly Instant LateReviewedAt = At("2026-04-17T10:00");
    public static readonly Instant LatePaidAt = At("2026-04-18T10:00");
    public static readonly Instant LateGrantedAt = At("2026-04-20T10:00");
    public static readonly Instant LatePulledAt = At("2026-05-08T10:00");

    public static readonly Instant StaffedAt = At("2025-01-02T09:00");

    public static readonly Instant SweptAt = At("2026-03-15T01:00");

    public static readonly SubjectId TheSubject = new("s-1");
    public static readonly SubjectId LinkedSubject = new("s-2");
    public static readonly PersonRecords Records = new([LinkedSubject], NotAfter, OpenCase: null, IsHeldElsewhere: false);

    /// <summary>Five years after <see cref="NotAfter"/>, and the last second before.</summary>
    public static readonly Instant ErasableAt = At("2031-03-10T00:00");
    public static readonly Instant NotYetErasableAt = At("2031-03-09T23:59:59");

    public static SubjectId SubjectOf(StaffId staff) => new($"st-{staff}");

    /// <summary>Stands in for the keyed hash of a normalised name.</summary>
    public static NameIndex IndexOf(string name) => new(DigestOf(CertificateName.Normalise(name)).Value);

    public static UnitName UnitNamed(string name, string creditCode = "91350100M000100Y43") =>
        new(CertificateName.Parse(name), IndexOf(name), CreditCode.Parse(creditCode));

    /// <summary>A person whose account bears the name that his subject has.</summary>
    public static Person PersonNamed(string subject) =>
        new(new SubjectId(subject), new SealedText("sealed-person"), IndexOf(subject), new SealedText("sealed-id-number"), new IdNumberIndex($"id-{subject}"));

    public static Payer PayerNamed(string account) => new(new SubjectId("payer-1"), new SealedText("sealed-account-name"), IndexOf(account));

    /// <summary>Under what an application is made that is reviewed and needs no papers.</summary>
    public static AppliedUnder Under(Stage stage, Verification verification, Charge charge, int policyVersion = 1) =>
        new(stage, Online, policyVersion, [verification], [], [PaymentMeans.CorporateTransfer], true, null, charge);

    /// <summary>The permission to pull a renewal.</summary>
    public static UpdateGranted Renewed(int application, LocalDate notAfter, Instant at, int yuan = 200) =>
        new(application, Operation.Renew, TheHolder, notAfter, Yuan(yuan), false, at);

    public static ParcelPromised Parcel(string by, Instant at, int application = 1) =>
        new(application, new PromisedDate(Date(by), []), Shanghai.DateOf(at), null, at);

    public static InvoicePromised InvoiceDue(int application, int yuan, string by, Instant at) =>
        new(application, Yuan(yuan), new PromisedDate(Date(by), []), at);

    public static Money Yuan(int yuan) => Money.FromYuan(yuan);

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    /// <summary>An instant written as Shanghai time, or as UTC with a Z.</summary>
    public static Instant At(string text) => text.EndsWith('Z')
        ? InstantPattern.ExtendedIso.Parse(text).Value
        : LocalDateTimePattern.ExtendedIso.Parse(text.Length == 16 ? text + ":00" : text).Value.WithOffset(Offset.FromHours(8)).ToInstant();

    public static Instant NoonOf(string iso) => At(iso + "T12:00");

    public static SerialNumber Serial(int n) => SerialNumber.Parse($"8000000000000000000000000000{n:X4}");

    public static Digest DigestOf(string text) => Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>So many pictures of seals, each its own.</summary>
    public static ImmutableArray<Digest> Pictures(int seals) => [.. Enumerable.Range(1, seals).Select(n => DigestOf($"picture-{n}"))];

    public static KeyProof ProofOf(SerialNumber serial) => new(serial, ChallengeDigest);

    /// <summary>What a charge of the platform reads, line by line.</summary>
    public static Charge Charge(params ReadOnlySpan<ChargeLine> lines) => new([.. lines]);

    public static ChargeLine Opening(int yuan) => new(ChargeItem.Opening, Yuan(yuan), 1);

    public static ChargeLine Annual(int yuan, int years = 1) => new(ChargeItem.AnnualService, Yuan(yuan), years);

    public static ChargeLine Sealing(int yuan, int sealYears) => new(ChargeItem.Seal, Yuan(yuan), sealYears);
}
