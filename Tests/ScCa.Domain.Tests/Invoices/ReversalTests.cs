using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Invoices;

/// <summary>An invoice that the e-invoice platform is asked to take back.</summary>
public sealed class ReversalTests
{
    private const string Number = "25512000000000000001";
    private const string Red = "25512000000000000002";

    [Fact, Trait("rule", "D4")]
    public void D4_It_is_asked_for_and_done_and_says_why() => StepLives.Invoiced
        .When(StepCommands.RequestReversal()).Then(new InvoiceReversalRequested(1, "refunded", null, PostedAt))
        .When(StepCommands.RecordReversal()).Then(new InvoiceReversed(1, Number, Red, "refunded", null, PostedAt))
        .When(StepCommands.RecordReversal()).ThenRefused("D4", "ReversalNotRequested", ("application", "1"));

    [Fact, Trait("rule", "D4")]
    public void D4_What_failed_stands_and_is_asked_for_anew_as_another_attempt()
    {
        var again = StepLives.Invoiced.After(StepCommands.RequestReversal(by: Clerk))
            .When(StepCommands.FailReversal()).Then(new InvoiceReversalFailed(1, "period-closed", PostedAt))
            .When(StepCommands.FailReversal()).ThenRefused("D4", "ReversalNotRequested")
            .When(StepCommands.RequestReversal(by: Clerk)).Then(new InvoiceReversalRequested(1, "refunded", Clerk, PostedAt));

        Assert.Equal(2, ((KnownCertificate)again.State).Invoices[0].ReversalAttempts);
        // What is told of the first attempt counts no more.
        again.When(StepCommands.FailReversal()).ThenRefused("D4", "ReversalNotRequested");
        again.When(StepCommands.FailReversal(attempt: 2)).Then(new InvoiceReversalFailed(1, "period-closed", PostedAt));
        again.When(StepCommands.RecordReversal()).Then(new InvoiceReversed(1, Number, Red, "refunded", Clerk, PostedAt));
    }

    [Fact, Trait("rule", "D4")]
    public void D4_Done_after_all_it_counts_even_where_it_was_told_to_have_failed() => StepLives.ReversalFailed
        .When(StepCommands.RecordReversal()).Then(new InvoiceReversed(1, Number, Red, "refunded", null, PostedAt));

    [Fact, Trait("rule", "D4")]
    public void D4_What_is_promised_and_not_issued_yet_is_taken_back_as_soon_as_it_is() => StepLives.ReversalPromised
        .When(StepCommands.RecordReversal()).ThenRefused("D4", "ReversalNotRequested")
        .When(StepCommands.RecordInvoice()).Then(new InvoiceIssued(1, Number, PostedAt))
        .When(StepCommands.RecordReversal()).Then(new InvoiceReversed(1, Number, Red, "refunded", null, PostedAt));

    [Fact, Trait("rule", "D4")]
    public void D4_Finance_may_record_by_hand_what_the_platform_was_asked_for() => StepLives.ReversalRequested
        .When(StepCommands.ReverseInvoice()).Then(new InvoiceReversed(1, Number, Red, "wrong title", Clerk, PostedAt))
        .When(StepCommands.RequestReversal()).ThenRefused("D4", "NoInvoiceIssued", ("application", "1"));

    [Fact, Trait("rule", "D4"), Trait("rule", "A3")]
    public void A3_D4_It_is_asked_for_once_with_a_reason_and_only_where_there_is_an_invoice()
    {
        StepLives.ReversalRequested.When(StepCommands.RequestReversal()).ThenRefused("D4", "ReversalAlreadyRequested", ("application", "1"));
        StepLives.Invoiced.When(StepCommands.RequestReversal(reason: " ")).ThenRefused("A3", "ReasonMissing");
        StepLives.ReversalRequested.When(StepCommands.RecordReversal(redNumber: " ")).ThenRefused("D4", "InvoiceNumberMissing");
        Lives.ReadyToIssue.When(StepCommands.RequestReversal()).ThenRefused("D4", "NoInvoiceIssued");
        Lives.Nothing.When(StepCommands.RequestReversal()).ThenRefused("A3", "CertificateUnknown");
        Lives.Nothing.When(StepCommands.FailReversal()).ThenRefused("A3", "CertificateUnknown");
        Lives.Nothing.When(StepCommands.RecordReversal()).ThenRefused("A3", "CertificateUnknown");
        StepLives.Invoiced.When(StepCommands.FailReversal()).ThenRefused("D4", "ReversalNotRequested");
        StepLives.Invoiced.When(StepCommands.RecordReversal()).ThenRefused("D4", "ReversalNotRequested");
    }
}
