using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

/// <summary>What all operations on an issued certificate share.</summary>
public sealed class OperationCommandTests
{
    public static TheoryData<Operation> Operations { get; } =
    [
        Operation.Renew, Operation.Change, Operation.Reissue, Operation.Revoke, Operation.Unlock, Operation.SealApply, Operation.SealUpgrade,
        Operation.SealRenew, Operation.EContractEnable,
    ];

    public static TheoryData<Operation> OperationsWithTheKey { get; } =
    [
        Operation.Renew, Operation.Change, Operation.Unlock, Operation.SealApply, Operation.SealUpgrade, Operation.SealRenew, Operation.EContractEnable,
    ];

    [Theory, MemberData(nameof(Operations)), Trait("rule", "A3")]
    public void A3_Nothing_is_done_to_what_was_never_applied_for(Operation operation) => Nothing
        .When(Asking(operation, Now)).ThenRefused("A3", "CertificateUnknown");

    [Theory, MemberData(nameof(Operations)), Trait("rule", "A3")]
    public void A3_Nothing_is_done_to_what_is_not_issued(Operation operation) => Requested
        .After(OperationCommands.Withdraw(1, Begun))
        .When(Asking(operation, Now)).ThenRefused("A3", "CertificateNotIssued");

    [Theory, MemberData(nameof(Operations)), Trait("rule", "C8")]
    public void C8_A_revoked_certificate_takes_no_operation_any_more(Operation operation) => Revoked
        .When(Asking(operation, At("2026-01-13T10:00"))).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));

    [Theory, MemberData(nameof(Operations)), Trait("rule", "A2")]
    public void A2_One_application_at_a_time_is_open_and_only_a_revocation_goes_before_it(Operation operation)
    {
        var decided = SealedRenewed.After(OperationCommands.Unlock(Now, Serial2)).When(Asking(operation, Now, Serial2));

        if (operation == Operation.Revoke)
            decided.ThenState(state => Assert.Equal(Operation.Revoke, state.Open!.Operation));
        else
            decided.ThenRefused("A2", "ApplicationInProgress", ("application", "3"), ("operation", "@Operation.Unlock"));
    }

    [Theory, MemberData(nameof(Operations)), Trait("rule", "A5")]
    public void A5_What_the_platform_does_not_offer_is_refused_by_name(Operation operation)
    {
        var (life, key) = Eligible(operation);

        life.Under(OperationPolicies.Bare).When(Asking(operation, Now, key)).ThenRefused(
            "A5", "OperationNotOffered", ("operation", $"@Operation.{operation}"), ("platform", OperationPolicies.WordsOf(OperationPolicies.Full)),
            ("stage", "@Stage.InValidity"));
    }

    [Theory, MemberData(nameof(OperationsWithTheKey)), Trait("rule", "A6")]
    public void A6_The_present_key_is_proven_by_its_own_signature_and_by_no_other(Operation operation)
    {
        var (life, key) = Eligible(operation);

        life.When(Asking(operation, Now, Serial3)).ThenRefused("A6", "PresentKeyNotProven");
        life.When(Asking(operation, Now) with { Proof = null }).ThenRefused("A6", "PresentKeyNotProven");
        life.When(Asking(operation, Now, key))
            .ThenState(state => Assert.Equal([Verification.KeySignature], state.Open!.Verified));
    }

    [Fact, Trait("rule", "A6")]
    public void A6_A_lost_key_proves_nothing_for_its_reissue_or_revocation()
    {
        Issued.When(OperationCommands.Reissue(Now)).ThenState(state => Assert.Empty(state.Open!.Verified));
        Issued.When(OperationCommands.Revoke(Now)).ThenState(state => Assert.Empty(state.Open!.Verified));
    }

    [Theory, MemberData(nameof(Operations)), Trait("rule", "A2"), Trait("rule", "A3"), Trait("rule", "P6")]
    public void A2_A3_P6_An_application_is_numbered_on_and_keeps_the_version_and_stage_it_was_made_under(Operation operation)
    {
        var (life, key) = Eligible(operation);

        life.When(Asking(operation, Now, key)).ThenState(state =>
        {
            var open = state.Open!;
            Assert.Equal((life.Held().Applications + 1, operation, 2, Stage.InValidity), (open.Number, open.Operation, open.Under.PolicyVersion, open.Under.Stage));
            Assert.Equal(open.Number, ((IssuedCertificate)state).Applications);
        });
    }

    [Theory, MemberData(nameof(Operations)), Trait("rule", "A1")]
    public void A1_Who_handles_the_latest_application_handles_the_certificate(Operation operation)
    {
        var (life, key) = Eligible(operation);

        life.When(Asking(operation, Now, key) with { Applying = Applying.Online(OtherHandler) }).ThenState(state =>
            Assert.Equal((OtherHandler, OtherHandler), (((KnownCertificate)state).Handler, state.Open!.Handler)));
    }

    [Theory, Trait("rule", "P6")]
    [InlineData(Operation.Change, 0, 30)]
    [InlineData(Operation.Unlock, 0, 20)]
    [InlineData(Operation.Revoke, 0, 10)]
    [InlineData(Operation.EContractEnable, 0, 15)]
    [InlineData(Operation.Reissue, 50, 50)]
    public void P6_An_operation_as_such_costs_what_its_platform_says_and_nothing_where_it_says_nothing(Operation operation, int covered, int dear)
    {
        Assert.Equal(Lines(covered), ChargeOf(Issued));
        Assert.Equal(Lines(dear), ChargeOf(Dear));
        Assert.Empty(ChargeOf(IssuedOn("2025-03-10", OperationPolicies.Unpublished)));

        IEnumerable<ChargeLine> ChargeOf(ScCa.Testing.Scenario<Certificate> life) => life.After(Asking(operation, Now)).State.Open!.Charge.Lines;
        static IEnumerable<ChargeLine> Lines(int yuan) => yuan == 0 ? [] : [new ChargeLine(ChargeItem.Operation, Yuan(yuan), 1)];
    }

    // A life on which the operation is accepted, and the serial of the key that it is accepted from.
    private static (ScCa.Testing.Scenario<Certificate> Life, SerialNumber Key) Eligible(Operation operation) => operation switch
    {
        Operation.SealUpgrade or Operation.SealRenew => (SealedRenewed, Serial2),
        _ => (Issued, Serial1),
    };

    private static OperationCommand Asking(Operation operation, Instant at, SerialNumber? key = null) => operation switch
    {
        Operation.Renew => OperationCommands.Renew(at, proven: key),
        Operation.Change => OperationCommands.Change(at, proven: key),
        Operation.Reissue => OperationCommands.Reissue(at),
        Operation.Revoke => OperationCommands.Revoke(at),
        Operation.Unlock => OperationCommands.Unlock(at, key),
        Operation.SealApply => OperationCommands.ApplyForSeals(at, proven: key),
        Operation.SealUpgrade => OperationCommands.UpgradeSeals(at, key),
        Operation.SealRenew => OperationCommands.RenewSeals(at, key),
        Operation.EContractEnable => OperationCommands.EnableEContract(at, key),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
