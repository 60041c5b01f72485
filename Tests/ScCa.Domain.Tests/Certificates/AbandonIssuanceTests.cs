using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class AbandonIssuanceTests
{
    [Fact, Trait("rule", "C1")]
    public void C1_An_abandoned_serial_is_burned_and_the_certificate_can_be_issued_under_another() => Lives.Intended
        .When(Commands.Abandon())
        .Then(new IssuanceAbandoned(1, Serial1, IssuedAt))
        .When(Commands.Intend(Serial2))
        .ThenState(state => Assert.Equal([Serial1], ((KnownCertificate)state).BurnedSerials));

    [Fact, Trait("rule", "C1"), Trait("rule", "C5")]
    public void C1_C5_A_pull_that_was_given_up_can_be_repeated() => Lives.GrantIntended
        .When(Commands.Abandon(Serial2, RenewalPulledAt))
        .Then(new IssuanceAbandoned(2, Serial2, RenewalPulledAt))
        .When(Commands.Intend(Serial3, RenewedValidity, RenewalPulledAt))
        .Then(new IssuanceIntended(2, 2, Serial3, TbsDigest, SigningKey, RenewedValidity, RenewalPulledAt));

    [Fact, Trait("rule", "C1")]
    public void C1_A_signature_that_was_not_committed_to_cannot_be_abandoned()
    {
        Lives.Intended.When(Commands.Abandon(Serial2)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial2.Value));
        Lives.ReadyToIssue.When(Commands.Abandon()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
        Lives.Abandoned.When(Commands.Abandon()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
        Lives.Issued.When(Commands.Abandon()).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial1.Value));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_abandoned_where_nothing_was_applied_for() => Lives.Nothing
        .When(Commands.Abandon())
        .ThenRefused("A3", "CertificateUnknown");
}
