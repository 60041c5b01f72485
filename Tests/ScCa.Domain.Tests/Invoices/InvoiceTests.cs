using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Invoices;

/// <summary>The invoice of an application from its promise to its reversal.</summary>
public sealed class InvoiceTests
{
    private const string Number = "25512000000000000001";
    private const string Red = "25512000000000000002";

    [Fact, Trait("rule", "D4")]
    public void D4_Paid_for_and_obtained_it_is_promised_within_two_working_days() => Lives.Intended
        .When(Commands.RecordGeneration(at: At("2025-09-30T10:00")))
        .ThenState(state => Assert.Equal([new Invoice(1, Yuan(300), new(Date("2025-10-10"), []), null, null)], ((KnownCertificate)state).Invoices));

    [Fact, Trait("rule", "D4")]
    public void Example_34_D4_For_a_renewal_it_counts_from_when_the_key_was_written() => Lives.GrantIssued
        .When(Commands.Complete(at: At("2026-04-30T10:00")))
        .Then(new UpdateCompleted(2, 2, At("2026-04-30T10:00")), InvoiceDue(2, 200, "2026-05-07", At("2026-04-30T10:00")));

    [Fact, Trait("rule", "D4"), Trait("rule", "P2")]
    public void D4_P2_Where_nothing_was_charged_there_is_none() => Lives.UnpricedIssued
        .When(StepCommands.RecordInvoice())
        .ThenRefused("D4", "NoInvoiceDue", ("application", "1"));

    [Fact, Trait("rule", "D4")]
    public void D4_The_number_that_the_tax_system_gave_is_recorded_once()
    {
        Lives.Posted.When(StepCommands.RecordInvoice()).Then(new InvoiceIssued(1, Number, PostedAt));
        StepLives.Invoiced.When(StepCommands.RecordInvoice(number: "")).ThenRefused("D4", "InvoiceAlreadyIssued", ("number", Number));
    }

    [Fact, Trait("rule", "D4")]
    public void D4_It_is_taken_back_by_a_red_one_and_a_corrected_one_may_follow() => StepLives.Invoiced
        .When(StepCommands.ReverseInvoice())
        .Then(new InvoiceReversed(1, Number, Red, "wrong title", Clerk, PostedAt))
        .When(StepCommands.RecordInvoice(number: "25512000000000000003"))
        .Then(new InvoiceIssued(1, "25512000000000000003", PostedAt))
        .When(StepCommands.ReverseInvoice())
        .Then(new InvoiceReversed(1, "25512000000000000003", Red, "wrong title", Clerk, PostedAt));

    [Fact, Trait("rule", "D4")]
    public void D4_Each_application_has_its_own()
    {
        var both = Lives.Renewed.After(StepCommands.RecordInvoice(2));

        both.When(StepCommands.RecordInvoice()).Then(new InvoiceIssued(1, Number, PostedAt));
        both.When(StepCommands.ReverseInvoice()).ThenRefused("D4", "NoInvoiceIssued", ("application", "1"));
        both.When(StepCommands.RecordInvoice(2)).ThenRefused("D4", "InvoiceAlreadyIssued");
        Assert.Equal([false, true], ((KnownCertificate)both.State).Invoices.Select(i => i.IsIssued));
    }

    [Fact, Trait("rule", "D4")]
    public void D4_A_number_is_owed()
    {
        Lives.Posted.When(StepCommands.RecordInvoice(number: " ")).ThenRefused("D4", "InvoiceNumberMissing");
        StepLives.Invoiced.When(StepCommands.ReverseInvoice(redNumber: " ", reason: " ")).ThenRefused("D4", "InvoiceNumberMissing");
    }

    [Fact, Trait("rule", "D4"), Trait("rule", "A3")]
    public void A3_D4_A_reversal_owes_a_reason() => StepLives.Invoiced
        .When(StepCommands.ReverseInvoice(reason: " "))
        .ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "D4")]
    public void D4_Nothing_is_invoiced_that_was_not_obtained_and_nothing_reversed_that_was_not_issued()
    {
        Lives.ReadyToIssue.When(StepCommands.RecordInvoice()).ThenRefused("D4", "NoInvoiceDue", ("application", "1"));
        Lives.Granted.When(StepCommands.RecordInvoice(2)).ThenRefused("D4", "NoInvoiceDue", ("application", "2"));
        Lives.ReadyToIssue.When(StepCommands.ReverseInvoice()).ThenRefused("D4", "NoInvoiceIssued", ("application", "1"));
        Lives.Posted.When(StepCommands.ReverseInvoice(redNumber: "")).ThenRefused("D4", "NoInvoiceIssued", ("application", "1"));
        StepLives.InvoiceReversed.When(StepCommands.ReverseInvoice()).ThenRefused("D4", "NoInvoiceIssued", ("application", "1"));
    }

    [Fact, Trait("rule", "C8"), Trait("rule", "D4")]
    public void C8_D4_A_revoked_certificate_is_still_invoiced_for_what_was_obtained() => OperationLives.Revoked
        .When(StepCommands.RecordInvoice())
        .Then(new InvoiceIssued(1, Number, PostedAt))
        .When(StepCommands.ReverseInvoice())
        .Then(new InvoiceReversed(1, Number, Red, "wrong title", Clerk, PostedAt));

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_invoiced_where_nothing_was_applied_for()
    {
        Lives.Nothing.When(StepCommands.RecordInvoice()).ThenRefused("A3", "CertificateUnknown");
        Lives.Nothing.When(StepCommands.ReverseInvoice()).ThenRefused("A3", "CertificateUnknown");
    }
}
