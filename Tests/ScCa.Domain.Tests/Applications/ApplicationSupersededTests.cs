using System.Collections.Immutable;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Applications;

/// <summary>A revocation does not wait for what is open: it ends it and sends its money back.</summary>
public sealed class ApplicationSupersededTests
{
    private static readonly ImmutableArray<CountedPayment> Paid = [new CountedPayment(OperationCommands.PaymentOf(2), Yuan(50))];

    [Fact, Trait("rule", "A2")]
    public void A2_A_revocation_closes_what_is_open_and_comes_after_it() => Issued
        .After(OperationCommands.Renew(Now))
        .When(OperationCommands.Revoke(Now))
        .Then(new ApplicationSuperseded(2, 3, [], Now), RevocationIs(3))
        .When(OperationCommands.Approve(2, Now))
        .ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));

    [Fact, Trait("rule", "A2")]
    public void A2_What_was_paid_for_it_goes_back_whole() => ReissueReady
        .When(OperationCommands.Revoke(Now))
        .Then(new ApplicationSuperseded(2, 3, Paid, Now), RevocationIs(3));

    [Fact, Trait("rule", "A2"), Trait("rule", "C1")]
    public void A2_C1_A_signature_under_way_for_it_is_burned()
    {
        var revoking = ReissueIntended.When(OperationCommands.Revoke(Now)).Then(new ApplicationSuperseded(2, 3, Paid, Now), RevocationIs(3));

        Assert.Equal([Serial2], revoking.Held().BurnedSerials);
        revoking.When(OperationCommands.Record(Serial2, Now)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial2.Value));
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C1"), Trait("rule", "C5")]
    public void A2_C1_C5_A_signature_under_way_for_a_grant_goes_on_until_the_certificate_is_revoked() => RenewalIntended
        .After(OperationCommands.Unlock(Now), OperationCommands.Revoke(Now))
        .When(OperationCommands.Record(Serial2, Now))
        .Then(new GenerationIssued(2, 2, Serial2, Validity.Until(Now, RenewedNotAfter), Signed, Now));

    [Fact, Trait("rule", "A2"), Trait("rule", "D1")]
    public void A2_D1_What_was_to_be_posted_for_it_is_not_posted()
    {
        var revoking = Issued.Ready(OperationCommands.Reissue(Now, channel: Channel.Mail)).After(OperationCommands.Revoke(Now));

        Assert.Null(revoking.Held().Parcel);
        revoking.When(OperationCommands.Post(Now)).ThenRefused("D1", "NothingToPost");
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "D1")]
    public void A2_D1_What_is_to_be_posted_for_an_earlier_one_still_is()
    {
        var renewing = Lives.Issued.After(Commands.Renew());

        Assert.Equal(1, ((KnownCertificate)new ApplicationSuperseded(2, 3, [], RenewalAppliedAt).Evolve(renewing.State)).Parcel?.Application);
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "A5")]
    public void A2_A5_What_is_open_stays_open_where_the_revocation_is_not_offered()
    {
        var ready = ReissueReady.Under(OperationPolicies.Bare).When(OperationCommands.Revoke(Now)).ThenRefused("A5", "OperationNotOffered");

        Assert.Equal(Operation.Reissue, ready.State.Open!.Operation);
    }

    private static RevocationApplied RevocationIs(int application) =>
        new(application, Issued.After(OperationCommands.Revoke(Now)).State.Open!.Under, RevocationWish.NoLongerUsed, Now);
}
