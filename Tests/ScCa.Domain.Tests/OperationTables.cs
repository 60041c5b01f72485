using System.Collections.Immutable;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests;

/// <summary>The states that operations come to, and their commands with what may be wrong about them.</summary>
internal static class OperationTables
{
    private static readonly NodaTime.Instant InTime = At("2026-01-09T10:00");
    private static readonly NodaTime.Instant NextYear = At("2027-03-11T00:00");

    public static ImmutableArray<NamedState<Certificate>> States { get; } =
    [
        new("issued, everything offered", Issued, Now),
        new("issued, nothing offered any more", Issued.Under(OperationPolicies.Bare), Now),
        new("issued with two legacy seals, day 60", Sealed, InTime),
        new("issued with two legacy seals, last day, last second", Sealed, LastDay),
        new("issued with two legacy seals, expired, not swept", Sealed, AfterExpiry),
        new(
            "issued with two legacy seals, expired, swept",
            Sealed.After(OperationCommands.Expire(AfterExpiry), OperationCommands.ExpireSeals(AfterExpiry)), AfterExpiry),
        new("issued with the seal that belongs to it", Coupled, Now),
        new("change under review", Issued.After(OperationCommands.Change(Now)), Now),
        new("change approved, to be paid", Dear.After(OperationCommands.Change(Now), OperationCommands.Approve(2, Now)), Now),
        new("change ready to grant", Issued.Ready(OperationCommands.Change(Now)), Now),
        new("change ready to grant, expired meanwhile", Issued.Ready(OperationCommands.Change(Now)), AfterExpiry),
        new("change granted", ChangeGranted, Now),
        new("change granted, expired meanwhile", ChangeGranted, AfterExpiry),
        new("change granted, generation issued", ChangeSigned, Now),
        new("changed", ChangeSigned.After(OperationCommands.CompleteUpdate(Serial2, Now)), Now),
        new(
            "change granted, intent pending, renewal ready after expiry",
            ChangeGranted.Intended(Serial2, LastDay).Ready(OperationCommands.Renew(AfterExpiry)), AfterExpiry),
        new("reissue under review", Issued.After(OperationCommands.Reissue(Now)), Now),
        new("reissue ready to issue", ReissueReady, Now),
        new("reissue ready to issue and to be posted", Issued.Ready(OperationCommands.Reissue(Now, channel: Channel.Mail)), Now),
        new("reissue ready to issue, expired meanwhile", ReissueReady, AfterExpiry),
        new("reissue, intent pending", ReissueIntended, Now),
        new("reissued", ReissueReady.Signed(Serial2, Now), Now),
        new("reissued, to be posted", Issued.Ready(OperationCommands.Reissue(Now, channel: Channel.Mail)).Signed(Serial2, Now), Now),
        new("renewal granted, reissue ready to issue", RenewalGranted.Ready(OperationCommands.Reissue(Now)), Now),
        new("renewal granted, intent pending, reissue ready to issue", RenewalIntended.Ready(OperationCommands.Reissue(Now)), Now),
        new(
            "renewal granted, generation issued, reissue's intent pending",
            RenewalSigned.Ready(OperationCommands.Reissue(Now)).Intended(Serial3, Now), Now),
        new("renewal granted, reissued", RenewalSigned.Ready(OperationCommands.Reissue(Now)).Signed(Serial3, Now), Now),
        new("unlock under review", Issued.After(OperationCommands.Unlock(Now)), Now),
        new("unlock ready to grant", Issued.Ready(OperationCommands.Unlock(Now)), Now),
        new("unlock granted", AwaitingUnlock, Now),
        new("unlock granted, expired meanwhile", AwaitingUnlock, AfterExpiry),
        new("contracts to be enabled", Issued.Ready(OperationCommands.EnableEContract(Now)), Now),
        new("contracts to be enabled, expired meanwhile", Issued.Ready(OperationCommands.EnableEContract(Now)), AfterExpiry),
        new("contracts enabled", WithEContract, Now),
        new("revocation under review", RevocationUnderReview, Now),
        new("revocation under review, ordered by the authority too", RevocationUnderReview.After(OperationCommands.OrderRevocation(Now)), Now),
        new("revocation ready", Issued.Ready(OperationCommands.Revoke(Now)), Now),
        new("revocation ready, renewal's intent pending", RenewalIntended.Ready(OperationCommands.Revoke(Now)), Now),
        new("revocation ordered", AwaitingSecondPerson, Now),
        new("revocation ordered, reissue's intent pending", ReissueIntended.After(OperationCommands.OrderRevocation(Now)), Now),
        new("revoked", Revoked, Now),
        new("seals applied for, ready to make", Issued.Ready(OperationCommands.ApplyForSeals(Now)), Now),
        new("seals applied for, ready to make, expired meanwhile", Issued.Ready(OperationCommands.ApplyForSeals(Now)), AfterExpiry),
        new("upgrade under review", Sealed.After(OperationCommands.UpgradeSeals(InTime)), InTime),
        new("upgrade ready", Sealed.Ready(OperationCommands.UpgradeSeals(InTime)), InTime),
        new("upgrade ready, expired meanwhile", Sealed.Ready(OperationCommands.UpgradeSeals(InTime)), AfterExpiry),
        new("upgraded", Sealed.Fulfilled(OperationCommands.UpgradeSeals(InTime)), InTime),
        new("renewed, its seals end early", SealedRenewed, Now),
        new("renewed, its seals ended", SealedRenewed, AfterExpiry),
        new("seal renewal to be paid", SealedRenewed.After(OperationCommands.RenewSeals(Now, Serial2)), Now),
        new("seal renewal ready", SealedRenewed.Ready(OperationCommands.RenewSeals(Now, Serial2)), Now),
        new("seal renewal ready, expired meanwhile", SealedRenewed.Ready(OperationCommands.RenewSeals(Now, Serial2)), NextYear),
        new("seals renewed", SealedRenewed.Fulfilled(OperationCommands.RenewSeals(Now, Serial2)), Now),
    ];

    public static ImmutableArray<NamedCommand<Certificate>> Commands { get; } =
    [
        new("", (state, at) => OperationCommands.Change(at, proven: Present(state))),
        new(" without the key", (_, at) => OperationCommands.Change(at) with { Proof = null }),
        new(" to another kind of holder", (state, at) => OperationCommands.Change(at, OperationCommands.Expert, Present(state))),
        new(" that leaves everything as it is", (state, at) => OperationCommands.Change(at, (state as KnownCertificate)?.Holder, Present(state))),

        new("", (_, at) => OperationCommands.Reissue(at)),

        new("", (_, at) => OperationCommands.Revoke(at)),

        new("", (_, at) => OperationCommands.OrderRevocation(at)),
        new(" without grounds", (_, at) => OperationCommands.OrderRevocation(at, grounds: " ")),

        new("", (_, at) => OperationCommands.ConfirmRevocation(at)),
        new(" by who ordered it", (_, at) => OperationCommands.ConfirmRevocation(at, OperationCommands.FirstPerson)),

        new("", (_, at) => OperationCommands.DropRevocationOrder(at)),
        new(" without a reason", (_, at) => OperationCommands.DropRevocationOrder(at, " ")),

        new("", (state, at) => OperationCommands.Unlock(at, Present(state))),
        new(" without the key", (_, at) => OperationCommands.Unlock(at) with { Proof = null }),

        new("", (state, at) => OperationCommands.CompleteUnlock(at, Present(state))),
        new(" of another key", (_, at) => OperationCommands.CompleteUnlock(at, Serial(8))),

        new("", (state, at) => OperationCommands.EnableEContract(at, Present(state))),
        new(" without the key", (_, at) => OperationCommands.EnableEContract(at) with { Proof = null }),

        new("", (state, at) => OperationCommands.ApplyForSeals(at, proven: Present(state))),
        new(" without a picture", (state, at) => OperationCommands.ApplyForSeals(at, 0, Present(state))),
        new(" without the key", (_, at) => OperationCommands.ApplyForSeals(at) with { Proof = null }),

        new("", (state, at) => OperationCommands.UpgradeSeals(at, Present(state))),
        new(" without the key", (_, at) => OperationCommands.UpgradeSeals(at) with { Proof = null }),

        new("", (state, at) => OperationCommands.RenewSeals(at, Present(state))),
        new(" without the key", (_, at) => OperationCommands.RenewSeals(at) with { Proof = null }),

        new("", (_, at) => OperationCommands.ExpireSeals(at)),
    ];

    private static SerialNumber Present(Certificate state) => state is IssuedCertificate issued ? issued.Current.Serial : Serial1;
}
