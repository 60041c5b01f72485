using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class DropRevocationOrderTests
{
    [Fact, Trait("rule", "C8")]
    public void C8_An_order_is_dropped_with_a_reason_and_may_be_given_anew() => AwaitingSecondPerson
        .When(OperationCommands.DropRevocationOrder(Now))
        .Then(new RevocationOrderDropped(OperationCommands.SecondPerson, "order withdrawn", Now))
        .When(OperationCommands.DropRevocationOrder(Now)).ThenRefused("C8", "RevocationNotOrdered")
        .When(OperationCommands.OrderRevocation(Now, by: OperationCommands.SecondPerson))
        .ThenState(state => Assert.Equal(OperationCommands.SecondPerson, ((IssuedCertificate)state).RevocationOrder!.By));

    [Theory, Trait("rule", "C8")]
    [InlineData("")]
    [InlineData("  ")]
    public void C8_Why_it_is_dropped_is_said(string reason) => AwaitingSecondPerson
        .When(OperationCommands.DropRevocationOrder(Now, reason)).ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "C8")]
    public void C8_There_is_nothing_to_drop_where_nothing_was_ordered()
    {
        Nothing.When(OperationCommands.DropRevocationOrder(Now)).ThenRefused("A3", "CertificateUnknown");
        Requested.When(OperationCommands.DropRevocationOrder(Now)).ThenRefused("C8", "RevocationNotOrdered");
        Issued.When(OperationCommands.DropRevocationOrder(Now, "")).ThenRefused("C8", "RevocationNotOrdered");
        AwaitingSecondPerson.After(OperationCommands.ConfirmRevocation(Now))
            .When(OperationCommands.DropRevocationOrder(Now)).ThenRefused("C8", "RevocationNotOrdered");
    }
}
