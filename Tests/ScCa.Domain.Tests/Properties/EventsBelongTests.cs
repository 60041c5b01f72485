using System.Collections.Immutable;
using System.Reflection;
using ScCa.Domain.Certificates;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>An event follows only where it belongs: of every event of every example, told of another number, a second time, or after the end.</summary>
public sealed class EventsBelongTests
{
    private static readonly ImmutableArray<string> Numbers = ["Application", "Generation", "Seal", "Serial"];

    // A number that the event itself gives out.
    private static readonly ImmutableArray<string> GivenByTheEvent =
    [
        "CertificateAppliedFor.Application", "ChangeApplied.Application", "EContractApplied.Application", "EncryptionIntended.Serial", "IssuanceIntended.Serial", "ReissueApplied.Application",
        "RenewalApplied.Application", "RevocationApplied.Application", "SealRenewalApplied.Application", "SealUpgradeApplied.Application",
        "SealsAppliedFor.Application", "UnlockApplied.Application",
    ];

    // A number that tells its reader what it came of; the state finds the place by another.
    private static readonly ImmutableArray<string> CarriedAlong =
    [
        "CertificateRevoked.Application", "CertificateUnlocked.Application", "GenerationRevoked.Application", "HandlerChanged.Application", "InvoicePromised.Application",
        "IssuanceAbandoned.Generation", "KeyPosted.Application", "ParcelPromised.Application", "SealMade.Application", "SealMade.Generation",
        "UpdateCompleted.Application",
    ];

    // What the examples leave out, because nothing is decided otherwise after it.
    private static readonly ImmutableArray<Scenario<Certificate>> Besides =
    [
        OperationLives.AwaitingUnlock.After(OperationCommands.CompleteUnlock(OperationLives.Now)),
        OperationLives.ReissueReady.After(OperationCommands.Revoke(OperationLives.Now)),
        OperationLives.AwaitingSecondPerson.After(OperationCommands.DropRevocationOrder(OperationLives.Now)),
        OperationLives.RenewalSigned.After(OperationCommands.OrderRevocation(OperationLives.Now), OperationCommands.ConfirmRevocation(OperationLives.Now)),
        OperationLives.Issued.Ready(OperationCommands.Reissue(OperationLives.Now)).After(StepCommands.EndOvertaken()),
        Lives.Nothing.After(StepCommands.ApplyTo(StepPolicies.EveryProof) with { Region = StepPolicies.North }),
    ];

    private static readonly ImmutableArray<(Certificate Before, Event<Certificate> Event)> Told =
    [
        .. OutcomeTables.AllCertificateStates.Select(s => s.Life).Concat(Besides).SelectMany(l => Steps(l.History))
            .DistinctBy(t => (Describe.Value(t.Before), Describe.Value(t.Event))),
    ];

    [Fact]
    public void Every_event_of_a_certificate_is_told() => Assert.Empty(
        typeof(Certificate).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Event<Certificate>))).Except(Told.Select(t => t.Event.GetType())));

    [Fact, Trait("rule", "A2"), Trait("rule", "C1"), Trait("rule", "C5"), Trait("rule", "S6")]
    public void A2_C1_C5_S6_An_event_of_another_application_generation_seal_or_serial_cannot_follow()
    {
        // The next seal may end as well: S6 has its own test.
        var free =
            from told in Told
            from number in told.Event.GetType().GetProperties().Where(p => Numbers.Contains(p.Name))
            where Follows(told.Before, WithAnother(told.Event, number))
            select $"{told.Event.GetType().Name}.{number.Name}";

        Assert.Equal(
            [.. GivenByTheEvent.Concat(CarriedAlong).Append("SealExpired.Seal").Order(StringComparer.Ordinal)],
            free.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "C9"), Trait("rule", "C11")]
    public void A3_C9_C11_Only_what_changes_nothing_more_or_can_happen_again_follows_twice() => Assert.Equal(
        [
            "ApplicationApproved", "ApplicationPaid", "ApplicationResubmitted", "ApplicationReturned", "CertificateExpired", "GenerationRevoked", "HandlerChanged",
            "IdentityVerified", "LapseAnnounced", "MaterialProvided", "MaterialReturned", "MaterialsCompleted", "ParcelDelivered", "ParcelLabelled",
            "ParcelPromised", "ParcelReturned", "RegionNamed", "RoleAccountNoted", "SealExpired", "TransferCounted", "VisitBooked",
        ],
        Told.Where(t => Follows(t.Event.Evolve(t.Before), t.Event)).Select(t => t.Event.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact, Trait("rule", "C8")]
    public void C8_After_the_revocation_follows_only_what_is_owed_for_the_time_before() => Assert.Equal(
        ["InvoiceIssued", "InvoicePromised", "InvoiceReversalRequested"],
        FollowingIn(s => s is RevokedCertificate));

    [Fact, Trait("rule", "A2")]
    public void A2_Nothing_happens_under_an_id_before_its_first_application() => Assert.Equal(["CertificateAppliedFor"], FollowingIn(s => s is NotApplied));

    private static IEnumerable<string> FollowingIn(Func<Certificate, bool> isMeant)
    {
        var states = Told.Select(t => t.Event.Evolve(t.Before)).Append(Certificate.Initial).Where(isMeant).DistinctBy(s => Describe.Value(s)).ToList();
        return Told.DistinctBy(t => Describe.Value(t.Event)).Where(t => states.Any(s => Follows(s, t.Event))).Select(t => t.Event.GetType().Name)
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<(Certificate Before, Event<Certificate> Event)> Steps(ImmutableArray<Event<Certificate>> history)
    {
        var state = Certificate.Initial;
        foreach (var happened in history)
        {
            yield return (state, happened);
            state = happened.Evolve(state);
        }
    }

    private static bool Follows(Certificate state, Event<Certificate> happened)
    {
        try
        {
            return happened.Evolve(state) is not null;
        }
        catch (ImpossibleEventException)
        {
            return false;
        }
    }

    // A record's copy, as "with" makes it, of which one number is another.
    private static Event<Certificate> WithAnother(Event<Certificate> happened, PropertyInfo number)
    {
        var copy = (Event<Certificate>)happened.GetType().GetMethod("<Clone>$")!.Invoke(happened, null)!;
        number.SetValue(copy, number.GetValue(happened) switch
        {
            int n => n + 1,
            SerialNumber => Example.Serial(0xFFF),
            _ => null,
        });
        return copy;
    }
}
