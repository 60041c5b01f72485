using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class CompleteUpdateTests
{
    [Fact, Trait("rule", "C5")]
    public void C5_Written_to_the_key_the_new_generation_becomes_the_current_one() => Lives.GrantIssued
        .When(Commands.Complete())
        .Then(new UpdateCompleted(2, 2, RenewalPulledAt), InvoiceDue(2, 200, "2026-01-20", RenewalPulledAt))
        .When(Commands.Renew(NoonOf("2027-02-01"), proven: Serial2))
        .ThenState(state =>
        {
            var issued = Assert.IsType<IssuedCertificate>(state);
            Assert.Equal((2, RenewedNotAfter, null), (issued.CurrentGeneration, issued.NotAfter, issued.Grant));
        });

    [Fact, Trait("rule", "C5")]
    public void C5_Until_it_is_written_the_old_generation_stays_the_current_one()
    {
        var issued = Assert.IsType<IssuedCertificate>(Lives.GrantIssued.State);

        Assert.Equal((1, NotAfter), (issued.CurrentGeneration, issued.NotAfter));
        Assert.Equal([1, 2], issued.Generations.Select(g => g.Number));
    }

    [Fact, Trait("rule", "C5")]
    public void C5_Another_generation_on_the_key_is_not_the_renewed_one()
    {
        Lives.GrantIssued.When(Commands.Complete(Serial1)).ThenRefused("C5", "AnotherGenerationWasWritten", ("serial", Serial1.Value));
        Lives.GrantIssued.When(Commands.Complete(Serial3)).ThenRefused("C5", "AnotherGenerationWasWritten", ("serial", Serial3.Value));
    }

    [Fact, Trait("rule", "C5")]
    public void C5_There_is_nothing_to_write_before_the_new_generation_is_made_or_after_it_was_written()
    {
        Lives.Rejected.When(Commands.Complete()).ThenRefused("C5", "NothingToWrite");
        Lives.Posted.When(Commands.Complete()).ThenRefused("C5", "NothingToWrite");
        Lives.Granted.When(Commands.Complete()).ThenRefused("C5", "NothingToWrite");
        Lives.GrantIntended.When(Commands.Complete()).ThenRefused("C5", "NothingToWrite");
        Lives.Renewed.When(Commands.Complete()).ThenRefused("C5", "NothingToWrite");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_written_where_nothing_was_applied_for() => Lives.Nothing
        .When(Commands.Complete())
        .ThenRefused("A3", "CertificateUnknown");
}
