using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class RecordGenerationTests
{
    [Fact, Trait("rule", "C1")]
    public void C1_The_signature_that_was_committed_to_is_recorded_as_it_was_committed_to() => Lives.Intended
        .When(Commands.RecordGeneration())
        .Then(new GenerationIssued(1, 1, Serial1, FirstValidity, Signed, IssuedAt), InvoiceDue(1, 300, "2025-03-12", IssuedAt));

    [Fact, Trait("rule", "A2"), Trait("rule", "C1")]
    public void A2_C1_A_New_ends_with_its_issue() => Lives.Intended
        .When(Commands.RecordGeneration())
        .ThenState(state =>
        {
            var issued = Assert.IsType<IssuedCertificate>(state);
            Assert.Equal((null, null, null), (issued.Open, issued.Intent, issued.Grant));
            Assert.Equal((1, 1, NotAfter), (issued.Applications, issued.CurrentGeneration, issued.NotAfter));
            Assert.Equal([new Generation(1, Serial1, FirstValidity, Signed)], issued.Generations);
            Assert.Equal(new PromisedParcel(1, ParcelDue, Date("2025-03-07"), null), issued.Parcel);
            Assert.Equal((TheCertificate, TestPolicies.Gov, TheHolder), (issued.Id, issued.Platform, issued.Holder));
        });

    [Fact, Trait("rule", "C5")]
    public void C5_A_renewed_generation_is_recorded_under_the_renewal_and_waits_to_be_written() => Lives.GrantIntended
        .When(Commands.RecordGeneration(Serial2, RenewalPulledAt))
        .Then(new GenerationIssued(2, 2, Serial2, RenewedValidity, Signed, RenewalPulledAt));

    [Fact, Trait("rule", "C1")]
    public void C1_The_serial_that_was_burned_before_stays_burned_after_the_issue()
    {
        var issued = Assert.IsType<IssuedCertificate>(Lives.Abandoned.After(Commands.Intend(Serial2), Commands.RecordGeneration(Serial2)).State);

        Assert.Equal([Serial1], issued.BurnedSerials);
        Assert.Equal([Serial2], issued.Generations.Select(g => g.Serial));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_No_history_issues_what_is_not_open_or_takes_no_generation()
    {
        var renewing = (IssuedCertificate)Lives.RenewalUnderReview.State with { Intent = new SigningIntent(2, 2, Serial2, TbsDigest, SigningKey, RenewedValidity) };
        var intended = (IssuedCertificate)Lives.GrantIntended.State;

        Assert.Throws<ImpossibleEventException>(() => new GenerationIssued(1, 1, Serial1, FirstValidity, Signed, IssuedAt).Evolve(Lives.Intended.State with { Open = null }));
        Assert.Throws<ImpossibleEventException>(() => new GenerationIssued(2, 2, Serial2, RenewedValidity, Signed, RenewalPulledAt).Evolve(renewing));
        Assert.Throws<ImpossibleEventException>(() =>
            new GenerationIssued(2, 2, Serial2, RenewedValidity, Signed, RenewalPulledAt).Evolve(intended with { Grant = intended.Grant! with { Application = 3 } }));
    }

    [Fact, Trait("rule", "C5"), Trait("rule", "C7")]
    public void C5_C7_A_signature_for_a_grant_stays_the_grants_while_a_reissue_is_asked_for() => OperationLives.RenewalIntended
        .After(OperationCommands.Reissue(OperationLives.Now))
        .When(OperationCommands.Record(Serial2, OperationLives.Now))
        .ThenState(state =>
        {
            var issued = (IssuedCertificate)state;
            Assert.Equal((3, 1, 2), (issued.Open?.Number, issued.CurrentGeneration, issued.Grant?.Generation));
        });

    [Fact, Trait("rule", "D4")]
    public void D4_The_issue_forgets_no_invoice()
    {
        var invoiced = (KnownCertificate)InvoiceDue(1, 300, "2025-03-12", IssuedAt).Evolve(Lives.Intended.State);

        Assert.Equal(invoiced.Invoices, ((KnownCertificate)new GenerationIssued(1, 1, Serial1, FirstValidity, Signed, IssuedAt).Evolve(invoiced)).Invoices);
    }

    [Fact, Trait("rule", "D2")]
    public void D2_The_role_account_that_was_noted_before_the_issue_stays_noted() => StepLives.WeeklyReady
        .After(StepCommands.NoteRoleAccount(at: PaidAt), Commands.Intend(), Commands.RecordGeneration())
        .When(StepCommands.NoteRoleAccount(at: IssuedAt))
        .ThenRefused("D2", "RoleAccountAlreadyNoted");

    [Fact, Trait("rule", "C1")]
    public void C1_A_signature_that_was_not_committed_to_is_refused()
    {
        Lives.Intended.When(Commands.RecordGeneration(Serial2)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial2.Value));
        Lives.ReadyToIssue.When(Commands.RecordGeneration()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
        Lives.Abandoned.When(Commands.RecordGeneration()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
        Lives.Issued.When(Commands.RecordGeneration()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_recorded_where_nothing_was_applied_for() => Lives.Nothing
        .When(Commands.RecordGeneration())
        .ThenRefused("A3", "CertificateUnknown");
}
