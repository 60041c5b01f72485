using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class OrderRevocationTests
{
    [Fact, Trait("rule", "C8")]
    public void C8_The_authority_orders_a_revocation_with_its_grounds_and_revokes_nothing_yet()
    {
        var ordered = Issued
            .When(OperationCommands.OrderRevocation(Now, RevocationReason.KeyCompromise, "key published"))
            .Then(new RevocationOrdered(RevocationReason.KeyCompromise, "key published", OperationCommands.FirstPerson, Now));

        Assert.True(ordered.Held().IsValidAt(Now));
        Assert.Equal(new RevocationOrder(RevocationReason.KeyCompromise, "key published", OperationCommands.FirstPerson), ordered.Held().RevocationOrder);
    }

    [Fact, Trait("rule", "C8")]
    public void C8_The_authority_asks_neither_the_platform_nor_the_calendar()
    {
        Issued.Under(OperationPolicies.Bare).When(OperationCommands.OrderRevocation(AfterExpiry)).ThenState(Ordered);
        RevocationUnderReview.When(OperationCommands.OrderRevocation(Now)).ThenState(Ordered);
        ReissueIntended.When(OperationCommands.OrderRevocation(Now)).ThenState(Ordered);

        static void Ordered(Certificate state) => Assert.NotNull(((IssuedCertificate)state).RevocationOrder);
    }

    [Fact, Trait("rule", "C8")]
    public void C8_One_order_stands_at_a_time() => AwaitingSecondPerson
        .When(OperationCommands.OrderRevocation(Now, by: OperationCommands.SecondPerson))
        .ThenRefused("C8", "RevocationAlreadyOrdered", ("by", OperationCommands.FirstPerson.Value));

    [Theory, Trait("rule", "C8")]
    [InlineData("")]
    [InlineData(" \t")]
    public void C8_An_order_names_its_grounds(string grounds) => Issued
        .When(OperationCommands.OrderRevocation(Now, grounds: grounds)).ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "C8")]
    public void C8_Only_what_is_issued_and_not_revoked_can_be_ordered_revoked()
    {
        Nothing.When(OperationCommands.OrderRevocation(Now)).ThenRefused("A3", "CertificateUnknown");
        Requested.When(OperationCommands.OrderRevocation(Now)).ThenRefused("A3", "CertificateNotIssued");
        Revoked.When(OperationCommands.OrderRevocation(Now)).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_The_first_obstacle_is_the_one_named()
    {
        AwaitingSecondPerson.When(OperationCommands.OrderRevocation(Now, grounds: "")).ThenRefused("C8", "RevocationAlreadyOrdered");
        Requested.When(OperationCommands.OrderRevocation(Now, grounds: "")).ThenRefused("A3", "CertificateNotIssued");
    }
}
