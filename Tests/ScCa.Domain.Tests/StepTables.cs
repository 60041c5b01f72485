using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.StepPolicies;

namespace ScCa.Domain.Tests;

/// <summary>The states of papers, proofs, visits, parcels, invoices and refunds, and their commands with what may be wrong about them.</summary>
internal static class StepTables
{
    private static readonly Instant AfterCutOff = At("2025-03-14T01:00");

    public static ImmutableArray<NamedState<Certificate>> States { get; } =
    [
        new("two papers to be stamped, under review", StepLives.PapersUnderReview, ReviewedAt),
        new("two papers to be stamped, approved", StepLives.PapersApproved, PaidAt),
        new("two papers to be stamped, one given", StepLives.FormGiven, PaidAt),
        new("two papers to be stamped, both given", StepLives.PapersGiven, PaidAt),
        new("two papers to be stamped, one sent back", StepLives.FormReturned, PaidAt),
        new("two papers to be stamped, both given and paid", StepLives.PapersPaid, PaidAt),
        new("papers complete, awaiting payment", StepLives.PapersComplete, PaidAt),
        new("papers complete and paid", StepLives.PapersReady, IssuedAt),
        new("legal representative, under review", StepLives.InPersonUnderReview, ReviewedAt),
        new("legal representative, approved", StepLives.InPersonApproved, PaidAt),
        new("legal representative, verified", StepLives.InPersonVerified, PaidAt),
        new("legal representative, paid", StepLives.InPersonPaid, PaidAt),
        new("for a window, under review", StepLives.VisitUnderReview, ReviewedAt),
        new("for a window, approved, visit booked", StepLives.VisitApproved, PaidAt),
        new("for a window, seen there", StepLives.SeenAtTheWindow, PaidAt),
        new("seal and certificate in one, under review", StepLives.SealUnderReview, ReviewedAt),
        new("seal and certificate in one, ready to issue", StepLives.WeeklyReady, IssuedAt),
        new("seal and certificate in one, issued", StepLives.WeeklyIssued, PostedAt),
        new("seal and certificate in one, issued, the cut-off past", StepLives.WeeklyIssued, AfterCutOff),
        new("seal and certificate in one, role account applied for", StepLives.RoleAccountNoted, AfterCutOff),
        new("seal and certificate in one, parcel postponed", StepLives.ParcelPostponed, AfterCutOff),
        new("walked in", StepLives.WalkedIn, PaidAt),
        new("walked in and paid", StepLives.WalkedInPaid, PaidAt),
        new("member of a unit, awaiting payment", StepLives.MemberAwaitingPayment, PaidAt),
        new("freelance, awaiting payment", StepLives.FreelanceAwaitingPayment, PaidAt),
        new("invoiced", StepLives.Invoiced, PostedAt),
        new("invoice reversed", StepLives.InvoiceReversed, PostedAt),
        new("promised invoice to be taken back", StepLives.ReversalPromised, PostedAt),
        new("invoice to be taken back", StepLives.ReversalRequested, PostedAt),
        new("invoice to be taken back, failed", StepLives.ReversalFailed, PostedAt),
        new("parcel labelled", StepLives.Labelled, PostedAt),
        new("parcel signed for by the handler", StepLives.SignedFor, PostedAt),
        new("parcel signed for by another", StepLives.SignedForByAnother, PostedAt),
        new("parcel came back", StepLives.CameBack, PostedAt),
        new("parcel sent again", StepLives.SentAgain, PostedAt),
        new("parcel came back and was handed over", StepLives.HandedOver, PostedAt),
        new("renewal under review, handler changed", StepLives.HandlerChanged, RenewalReviewedAt),
    ];

    /// <summary>A New, in ways that only these platforms know.</summary>
    public static ImmutableArray<NamedCommand<Certificate>> News { get; } =
    [
        new(" online where it is reviewed first", (_, at) => StepCommands.ApplyTo(Papers, at: at)),
        new(" as a legal representative where none is served", (_, at) => StepCommands.ApplyTo(Papers, Channel.Mail, HandledBy.LegalRepresentative, at: at)),
        new(" walking in where the review comes first", (_, at) => StepCommands.WalkIn(Papers, South, at)),
        new(" for a window where only staff takes it in", (_, at) => StepCommands.ApplyTo(Weekly, Channel.Window, window: South, seals: 1, at: at)),
        new(" walking in at an unknown window", (_, at) => StepCommands.WalkIn(Weekly, new WindowId("nowhere"), at, seals: 1)),
        new(" walking in at a window that is closed", (_, at) => StepCommands.WalkIn(Weekly, Shut, at, seals: 1)),
        new(" for a member of no unit", (_, at) => StepCommands.ApplyTo(Persons, holder: StepLives.MemberHolder with { Employer = null }, at: at)),
        new(" in a region", (_, at) => StepCommands.ApplyTo(EveryProof, at: at) with { Region = North }),
        new(" in no region where one is asked for", (_, at) => StepCommands.ApplyTo(EveryProof, at: at)),
        new(" in a region that there is not", (_, at) => StepCommands.ApplyTo(EveryProof, at: at) with { Region = new RegionId("south") }),
        new(" in a region where none is asked for", (_, at) => StepCommands.ApplyTo(TestPolicies.Gov, at: at) with { Region = North }),
        new(" with a seal where none is made", (_, at) => StepCommands.ApplyTo(TestPolicies.Gov, seals: 1, at: at)),
        new(" without the seal that comes with it", (_, at) => StepCommands.ApplyTo(Weekly, at: at)),
    ];

    public static ImmutableArray<NamedCommand<Certificate>> Commands { get; } =
    [
        new("", (state, at) => StepCommands.Provide(ToGive(state), Latest(state), at: at)),
        new(" that is not asked for", (state, at) => StepCommands.Provide(new MaterialId("photograph"), Latest(state), at: at)),
        new(" under another phone", (state, at) => StepCommands.Provide(ToGive(state), Latest(state), OtherPhone, at)),
        new(" from nobody", (state, at) => StepCommands.TakeIn(ToGive(state), Latest(state), at) with { ReceivedBy = null }),
        new(" of another application", (state, at) => StepCommands.TakeIn(ToGive(state), Latest(state) + 1, at)),

        new("", (state, at) => StepCommands.ReturnMaterial(Given(state), Latest(state), at: at)),
        new(" that is not asked for", (state, at) => StepCommands.ReturnMaterial(new MaterialId("photograph"), Latest(state), at: at)),
        new(" without a reason", (state, at) => StepCommands.ReturnMaterial(Given(state), Latest(state), "", at)),
        new(" of another application", (state, at) => StepCommands.ReturnMaterial(Given(state), Latest(state) + 1, at: at)),

        new("", (state, at) => StepCommands.CompleteMaterials(Latest(state), at)),
        new(" of another application", (state, at) => StepCommands.CompleteMaterials(Latest(state) + 1, at)),

        new("", (state, at) => StepCommands.VerifyRealPerson(Latest(state), at)),
        new(" of another application", (state, at) => StepCommands.VerifyRealPerson(Latest(state) + 1, at)),

        new("", (state, at) => StepCommands.VerifyOnSite(Latest(state), at)),
        new(" of another application", (state, at) => StepCommands.VerifyOnSite(Latest(state) + 1, at)),

        new("", (state, at) => StepCommands.Book(South, NextOpening(at), Latest(state), at: at)),
        new(" at an unknown window", (state, at) => StepCommands.Book(new WindowId("nowhere"), NextOpening(at), Latest(state), at: at)),
        new(" at night", (state, at) => StepCommands.Book(South, NextOpening(at).Date.At(new LocalTime(23, 0)), Latest(state), at: at)),
        new(" for yesterday", (state, at) => StepCommands.Book(South, Shanghai.TimeOf(at).PlusDays(-1), Latest(state), at: at)),
        new(" under another phone", (state, at) => StepCommands.Book(South, NextOpening(at), Latest(state), OtherPhone, at)),
        new(" of another application", (state, at) => StepCommands.Book(South, NextOpening(at), Latest(state) + 1, at: at)),

        new("", (state, at) => StepCommands.ChangeHandler(proof: ProofOf(Present(state)), at: at)),
        new(" without the key", (_, at) => StepCommands.ChangeHandler(at: at) with { Proof = null }),
        new(" with another key", (_, at) => StepCommands.ChangeHandler(proof: ProofOf(Serial3), at: at)),
        new(" at the desk", (_, at) => StepCommands.ChangeHandlerAtTheDesk(at: at)),
        new(" at the desk to the same", (_, at) => StepCommands.ChangeHandlerAtTheDesk(TheHandler, at)),
        new(" at the desk to another of the same phone", (_, at) => StepCommands.ChangeHandlerAtTheDesk(TheHandler, at) with { IsSameName = false }),

        new("", (_, at) => StepCommands.FollowHandler(at: at)),
        new(" of somebody else", (_, at) => StepCommands.FollowHandler(OtherHandler, TheHandler, at)),

        new("", (_, at) => StepCommands.NoteRoleAccount(at: at)),
        new(" for tomorrow", (_, at) => StepCommands.NoteRoleAccount(Shanghai.DateOf(at).PlusDays(1), at)),

        new("", (_, at) => StepCommands.Postpone(at)),

        new("", (state, at) => StepCommands.RecordInvoice(Latest(state), at: at)),
        new(" of the first application", (_, at) => StepCommands.RecordInvoice(at: at)),
        new(" without a number", (_, at) => StepCommands.RecordInvoice(number: " ", at: at)),

        new("", (state, at) => StepCommands.ReverseInvoice(Latest(state), at: at)),
        new(" of the first application", (_, at) => StepCommands.ReverseInvoice(at: at)),
        new(" without a number", (_, at) => StepCommands.ReverseInvoice(redNumber: " ", at: at)),
        new(" without a reason", (_, at) => StepCommands.ReverseInvoice(reason: " ", at: at)),

        new("", (state, at) => StepCommands.EndOvertaken(Latest(state), at)),
        new(" of another application", (state, at) => StepCommands.EndOvertaken(Latest(state) + 1, at)),

        new("", (_, at) => StepCommands.Label("SF9", at)),
        new(" with the number that it has", (_, at) => StepCommands.Label(at: at)),
        new(" without a number", (_, at) => StepCommands.Label(" ", at)),

        new(" as signed for by the handler", (_, at) => StepCommands.Track(ParcelStanding.SignedByHandler, at: at)),
        new(" as signed for by another", (_, at) => StepCommands.Track(ParcelStanding.SignedByAnother, at: at)),
        new(" as returned", (_, at) => StepCommands.Track(ParcelStanding.Returned, at: at)),
        new(" as returned yesterday", (_, at) => StepCommands.Track(ParcelStanding.Returned, since: at - Duration.FromDays(1), at: at)),
        new(" as on its way", (_, at) => StepCommands.Track(ParcelStanding.OnItsWay, at: at)),
        new(" of another number", (_, at) => StepCommands.Track(ParcelStanding.Returned, "SF2", at: at)),

        new("", (_, at) => StepCommands.Resend(at: at)),
        new(" under the same number", (_, at) => StepCommands.Resend("SF1", at: at)),
        new(" without a number", (_, at) => StepCommands.Resend(" ", at: at)),
        new(" of another application", (state, at) => StepCommands.Resend(application: Latest(state) + 1, at: at)),

        new("", (_, at) => StepCommands.HandOver(at: at)),

        new("", (state, at) => StepCommands.RequestReversal(Latest(state), at: at)),
        new(" of the first application", (_, at) => StepCommands.RequestReversal(at: at)),
        new(" without a reason", (_, at) => StepCommands.RequestReversal(reason: " ", at: at)),

        new("", (_, at) => StepCommands.FailReversal(at: at)),
        new(" of another attempt", (_, at) => StepCommands.FailReversal(attempt: 2, at: at)),

        new("", (_, at) => StepCommands.RecordReversal(at: at)),
        new(" without a number", (_, at) => StepCommands.RecordReversal(redNumber: " ", at: at)),
    ];

    public static ImmutableArray<NamedState<Transfer>> TransferStates { get; } =
    [
        new("refund asked for", StepLives.RefundRequested, PostedAt),
        new("refunded", StepLives.Refunded, PostedAt),
        new("refund failed", StepLives.RefundFailed, PostedAt),
        new("claimed, its application ended", StepLives.HeldRefundRequested, PostedAt),
        new("confirmed with an excess", StepLives.ExcessConfirmed, PostedAt),
        new("confirmed, refund of the excess asked for", StepLives.ExcessRequested, PostedAt),
        new("confirmed, excess refunded", StepLives.ExcessRefunded, PostedAt),
        new("confirmed, all refunded", StepLives.KeptRefunded, PostedAt),
    ];

    public static ImmutableArray<NamedCommand<Transfer>> TransferCommands { get; } =
    [
        new("", (_, _) => StepCommands.RequestRefund(RefundCause.Unmatched)),
        new(" of the excess", (_, _) => StepCommands.RequestRefund(RefundCause.Excess)),
        new(" as its application has ended", (_, _) => StepCommands.RequestRefund(RefundCause.ApplicationEnded)),
        new("", (_, _) => StepCommands.RecordRefund()),
        new(" without evidence", (_, _) => StepCommands.RecordRefund(" ")),
        new("", (_, _) => StepCommands.FailRefund()),
        new(" without a reason", (_, _) => StepCommands.FailRefund(" ")),
    ];

    private static int Latest(Certificate state) => state is KnownCertificate known ? known.Applications : 1;

    private static MaterialId ToGive(Certificate state) => state.Open?.MaterialsToGive.FirstOrDefault() ?? Form;

    private static MaterialId Given(Certificate state) => state.Open?.Materials.FirstOrDefault(m => m.Stands)?.Id ?? Form;

    private static SerialNumber Present(Certificate state) => state is IssuedCertificate issued ? issued.Current.Serial : Serial1;

    private static LocalDateTime NextOpening(Instant at) =>
        TestPolicies.OneVersion.Version(Papers, 1).Window(South)!.NextOpening(Shanghai.TimeOf(at), TestPolicies.Calendar)!.Value;
}
