using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Tests;

/// <summary>The commands of papers, proofs, visits, parcels, invoices and refunds with the values of <see cref="Example"/>.</summary>
internal static class StepCommands
{
    private static readonly CommandId Id = new("command-1");

    private static readonly CertificateId Certificate = Example.TheCertificate;

    /// <summary>A New that is handed in online where nothing else is said.</summary>
    public static ApplyForCertificate ApplyTo(
        PlatformId platform, Channel channel = Channel.Online, HandledBy handledBy = HandledBy.Handler, WindowId? window = null, StaffId? receivedBy = null,
        Holder? holder = null, int seals = 0, Instant? at = null) =>
        Commands.Apply(at, platform, seals: seals) with
        {
            Holder = holder ?? Example.TheHolder,
            Applying = new Applying(Example.TheHandler, handledBy, channel, window, receivedBy),
        };

    /// <summary>A New that a clerk takes in at a window.</summary>
    public static ApplyForCertificate WalkIn(PlatformId platform, WindowId? window = null, Instant? at = null, Holder? holder = null, int seals = 0) =>
        ApplyTo(platform, Channel.Window, window: window, receivedBy: Example.Clerk, holder: holder, seals: seals, at: at);

    /// <summary>Uploaded under the applicant's phone.</summary>
    public static ProvideMaterial Provide(
        MaterialId? material = null, int application = 1, PhoneIndex? phone = null, Instant? at = null, string content = "paper") => new(
        Id, Certificate, application, material ?? StepPolicies.Form, Example.DigestOf(content), phone ?? Example.Phone, null, at ?? Example.PaidAt);

    /// <summary>Taken in by staff from the post or at a window.</summary>
    public static ProvideMaterial TakeIn(MaterialId? material = null, int application = 1, Instant? at = null) =>
        Provide(material, application, at: at) with { Phone = null, ReceivedBy = Example.Clerk };

    public static ReturnMaterial ReturnMaterial(MaterialId? material = null, int application = 1, string reason = "seal illegible", Instant? at = null) =>
        new(Id, Certificate, application, material ?? StepPolicies.Form, reason, Example.Reviewer, at ?? Example.PaidAt);

    public static CompleteMaterials CompleteMaterials(int application = 1, Instant? at = null) =>
        new(Id, Certificate, application, Example.Reviewer, at ?? Example.PaidAt);

    public static VerifyRealPerson VerifyRealPerson(int application = 1, Instant? at = null) =>
        new(Id, Certificate, application, "check-1", at ?? Example.PaidAt);

    public static VerifyOnSite VerifyOnSite(int application = 1, Instant? at = null) => new(Id, Certificate, application, Example.Clerk, at ?? Example.PaidAt);

    public static BookVisit Book(WindowId window, LocalDateTime visit, int application = 1, PhoneIndex? phone = null, Instant? at = null) =>
        new(Id, Certificate, application, phone ?? Example.Phone, window, visit, at ?? Example.ReviewedAt);

    /// <summary>Proven by the first key where nothing else is said.</summary>
    public static ChangeHandler ChangeHandler(Handler? handler = null, KeyProof? proof = null, Instant? at = null) =>
        new(Id, Certificate, handler ?? Example.OtherHandler, IsSameName: true, proof ?? Example.ProofOf(Example.Serial1), null, at ?? Example.PostedAt);

    /// <summary>Staff has seen the papers.</summary>
    public static ChangeHandler ChangeHandlerAtTheDesk(Handler? handler = null, Instant? at = null) =>
        ChangeHandler(handler, at: at) with { Proof = null, By = Example.Clerk };

    /// <summary>The unit has moved its handler to another phone.</summary>
    public static FollowHandler FollowHandler(Handler? former = null, Handler? handler = null, Instant? at = null) =>
        new(Id, Certificate, (former ?? Example.TheHandler).Subject, handler ?? Example.OtherHandler, at ?? Example.PostedAt);

    public static NoteRoleAccount NoteRoleAccount(LocalDate? appliedOn = null, Instant? at = null)
    {
        var then = at ?? Example.PostedAt;
        return new NoteRoleAccount(Id, Certificate, appliedOn ?? Shanghai.DateOf(then), then);
    }

    public static PostponeParcel Postpone(Instant? at = null) => new(Id, Certificate, at ?? Example.PostedAt);

    public static RecordInvoice RecordInvoice(int application = 1, string number = "25512000000000000001", Instant? at = null) =>
        new(Id, Certificate, application, number, at ?? Example.PostedAt);

    public static ReverseInvoice ReverseInvoice(
        int application = 1, string redNumber = "25512000000000000002", string reason = "wrong title", Instant? at = null) =>
        new(Id, Certificate, application, redNumber, reason, Example.Clerk, at ?? Example.PostedAt);

    public static EndOvertakenApplication EndOvertaken(int application = 2, Instant? at = null) => new(Id, Certificate, application, at ?? Example.AfterExpiry);

    public static LabelParcel Label(string trackingNumber = "SF1", Instant? at = null) => new(Id, Certificate, trackingNumber, Example.Clerk, at ?? Example.PostedAt);

    /// <summary>The courier tells at once, unless a time is said.</summary>
    public static TrackParcel Track(ParcelStanding standing, string trackingNumber = "SF1", Instant? since = null, Instant? at = null) =>
        new(Id, Certificate, trackingNumber, standing, since ?? at ?? Example.PostedAt, at ?? Example.PostedAt);

    public static ResendParcel Resend(string trackingNumber = "SF2", int application = 1, Instant? at = null) =>
        new(Id, Certificate, application, trackingNumber, Example.Clerk, at ?? Example.PostedAt);

    public static HandOverParcel HandOver(int application = 1, Instant? at = null) => new(Id, Certificate, application, Example.Clerk, at ?? Example.PostedAt);

    public static RequestInvoiceReversal RequestReversal(int application = 1, string reason = "refunded", StaffId? by = null, Instant? at = null) =>
        new(Id, Certificate, application, reason, by, at ?? Example.PostedAt);

    public static FailInvoiceReversal FailReversal(int application = 1, int attempt = 1, string code = "period-closed", Instant? at = null) =>
        new(Id, Certificate, application, attempt, code, at ?? Example.PostedAt);

    public static RecordInvoiceReversal RecordReversal(int application = 1, string redNumber = "25512000000000000002", Instant? at = null) =>
        new(Id, Certificate, application, redNumber, at ?? Example.PostedAt);

    public static RequestRefund RequestRefund(RefundCause cause, StaffId? by = null) => new(Id, Example.Transfer1, cause, by ?? Example.Clerk, Example.PostedAt);

    public static RecordRefund RecordRefund(string evidence = "out-1") => new(Id, Example.Transfer1, evidence, Example.PostedAt);

    public static FailRefund FailRefund(string reason = "account closed") => new(Id, Example.Transfer1, reason, Example.PostedAt);
}
