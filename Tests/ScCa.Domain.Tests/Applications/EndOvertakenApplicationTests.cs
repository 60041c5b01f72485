using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Applications;

/// <summary>Applications that were not fulfilled before their certificate ended on 2026-03-10.</summary>
public sealed class EndOvertakenApplicationTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_What_was_paid_for_and_ready_when_its_certificate_ended_ends_and_goes_back() => Dear.Ready(OperationCommands.Change(Now))
        .When(OperationCommands.Fulfil(2, AfterExpiry)).ThenRefused("C6", "ChangeNeedsValidCertificate")
        .When(StepCommands.EndOvertaken())
        .Then(new ApplicationOvertaken(2, NotAfter, [new CountedPayment(OperationCommands.PaymentOf(2), Yuan(30))], AfterExpiry))
        .When(StepCommands.EndOvertaken()).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));

    [Fact, Trait("rule", "A2"), Trait("rule", "A3")]
    public void A2_A3_Then_the_renewal_that_helps_can_be_applied_for()
    {
        var ready = Issued.Ready(OperationCommands.Reissue(Now));

        ready.When(OperationCommands.Renew(AfterExpiry)).ThenRefused("A2", "ApplicationInProgress");
        ready.After(StepCommands.EndOvertaken(), OperationCommands.Renew(AfterExpiry));
    }

    [Theory, Trait("rule", "A3")]
    [InlineData(nameof(Operation.Change))]
    [InlineData(nameof(Operation.Reissue))]
    [InlineData(nameof(Operation.EContractEnable))]
    [InlineData(nameof(Operation.SealApply))]
    [InlineData(nameof(Operation.SealUpgrade))]
    [InlineData(nameof(Operation.SealRenew))]
    public void A3_It_ends_wherever_it_stands_and_not_before_the_last_day_is_over(string operation)
    {
        var (life, ended) = operation == nameof(Operation.SealRenew) ? (SealedRenewed, At("2027-03-11T00:00")) : (Sealed, AfterExpiry);
        var apply = Applied(operation);
        var open = life.After(apply);
        var number = open.State.Open!.Number;

        open.When(StepCommands.EndOvertaken(number, ended - NodaTime.Duration.FromSeconds(1))).ThenRefused("A3", "ApplicationNotOvertaken", ("application", $"{number}"));
        open.When(StepCommands.EndOvertaken(number, ended)).ThenState(state => Assert.Null(state.Open));
        life.Ready(apply).When(StepCommands.EndOvertaken(number, ended)).ThenState(state => Assert.Null(state.Open));
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "C3"), Trait("rule", "C8"), Trait("rule", "C11")]
    public void A3_A_renewal_an_unlock_and_a_revocation_are_still_of_use()
    {
        foreach (var apply in new CertificateCommand[] { OperationCommands.Renew(Now), OperationCommands.Unlock(Now), OperationCommands.Revoke(Now) })
            Issued.Ready(apply).When(StepCommands.EndOvertaken()).ThenRefused("A3", "ApplicationNotOvertaken");
        Lives.ReadyToIssue.When(StepCommands.EndOvertaken(1)).ThenRefused("A3", "ApplicationNotOvertaken");
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "C1"), Trait("rule", "D1")]
    public void A3_C1_D1_Its_parcel_is_not_posted_and_a_signature_under_way_for_it_is_burned()
    {
        var life = Issued.Ready(OperationCommands.Reissue(Now, channel: Channel.Mail)).Intended(Serial2, Now).After(StepCommands.EndOvertaken());
        var ended = Assert.IsType<IssuedCertificate>(life.State);

        Assert.Null(ended.Parcel);
        Assert.Null(ended.Intent);
        Assert.Equal([Serial2], ended.BurnedSerials);
        life.When(OperationCommands.Record(Serial2, AfterExpiry)).ThenRefused("C1", "SignatureNotIntended");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Only_what_is_open_ends()
    {
        Lives.Nothing.When(StepCommands.EndOvertaken()).ThenRefused("A3", "CertificateUnknown");
        Issued.When(StepCommands.EndOvertaken()).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Issued.After(OperationCommands.Change(Now)).When(StepCommands.EndOvertaken(3)).ThenRefused("A3", "ApplicationNotOpen", ("application", "3"));
    }

    private static CertificateCommand Applied(string operation) => operation switch
    {
        nameof(Operation.Change) => OperationCommands.Change(Now),
        nameof(Operation.Reissue) => OperationCommands.Reissue(Now),
        nameof(Operation.EContractEnable) => OperationCommands.EnableEContract(Now),
        nameof(Operation.SealApply) => OperationCommands.ApplyForSeals(Now),
        nameof(Operation.SealUpgrade) => OperationCommands.UpgradeSeals(At("2026-01-09T10:00")),
        _ => OperationCommands.RenewSeals(Now, Serial2),
    };
}
