using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class EnableEContractTests
{
    [Fact, Trait("rule", "A9")]
    public void A9_Contracts_are_enabled_once_a_reviewer_has_approved_it()
    {
        var applied = Issued.When(OperationCommands.EnableEContract(Now)).Then(
            new EContractApplied(2, Issued.After(OperationCommands.EnableEContract(Now)).State.Open!.Under, Now),
            new IdentityVerified(2, Verification.KeySignature, ChallengeDigest.Value, Now));

        applied.When(OperationCommands.Fulfil(2, Now)).ThenRefused("A3", "ApplicationNotReady", ("step", "@ApplicationStep.UnderReview"));
        applied.After(OperationCommands.Approve(2, Now)).When(OperationCommands.Fulfil(2, Now)).Then(new EContractEnabled(2, Now));
    }

    [Fact, Trait("rule", "A9")]
    public void A9_What_is_enabled_is_enabled_for_good()
    {
        WithEContract.When(OperationCommands.EnableEContract(Now)).ThenRefused("A9", "EContractAlreadyEnabled");
        WithEContract.When(OperationCommands.EnableEContract(AfterExpiry)).ThenRefused("A9", "EContractAlreadyEnabled");
        var renewed = WithEContract.Fulfilled(OperationCommands.Renew(Now)).Written(Serial2, Now);
        Assert.True(renewed.Held().IsEContractEnabled);
    }

    [Fact, Trait("rule", "A9")]
    public void A9_Approved_after_expiry_nothing_is_enabled() => Issued
        .Ready(OperationCommands.EnableEContract(LastDay))
        .When(OperationCommands.Fulfil(2, AfterExpiry)).ThenRefused("A9", "EContractNeedsValidCertificate", ("notAfter", "2026-03-10"))
        .When(OperationCommands.Fulfil(2, LastDay)).Then(new EContractEnabled(2, LastDay));

    [Fact, Trait("rule", "A9"), Trait("rule", "D4")]
    public void A9_D4_Where_it_has_a_price_it_is_invoiced() => Dear
        .Ready(OperationCommands.EnableEContract(Now))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(new EContractEnabled(2, Now), new InvoicePromised(2, Yuan(15), new PromisedDate(Date("2026-01-14"), []), Now));
}
