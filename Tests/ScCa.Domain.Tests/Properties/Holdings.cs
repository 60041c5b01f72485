using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using ScCa.Testing;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What may come next for a certificate that was issued, and for one that was revoked.</summary>
internal static class Holdings
{
    public static Command<Certificate> Next(Walk<Certificate> walk, IssuedCertificate issued, Instant at, Choices choices)
    {
        var key = issued.Current.Serial;
        return choices.Weighted<Func<Command<Certificate>>>(
            (issued.Grant?.Generation is null ? 0 : 20, () => Commands.Complete(Waiting(issued), at)),
            (issued.UnlockGrant is null ? 0 : 8, () => OperationCommands.CompleteUnlock(at, key)),
            (issued.UnlockGrant is null ? 0 : 2, () => OperationCommands.CompleteUnlock(at, Example.Serial3)),
            (issued.RevocationOrder is null ? 0 : 6, () => OperationCommands.ConfirmRevocation(at, choices.Weighted((3, OperationCommands.SecondPerson), (1, OperationCommands.FirstPerson)))),
            (issued.RevocationOrder is null ? 0 : 3, () => OperationCommands.DropRevocationOrder(at)),
            (issued.Parcel is null ? 0 : 5, () => Commands.Post(at: at)),
            (issued.Parcel?.Weekly is null ? 0 : 3, () => StepCommands.NoteRoleAccount(at: at)),
            (issued.Parcel?.Weekly is null ? 0 : 3, () => StepCommands.Postpone(at + Duration.FromDays(choices.Int(7)))),
            (issued.Parcel is null ? 0 : 2, () => StepCommands.Label(choices.Weighted((3, "SF1"), (1, "SF2")), at)),
            (issued.Sent.IsEmpty ? 0 : 6, () => Tracked(issued, at, choices)),
            (issued.Sent.Any(p => p.NeedsCare) ? 20 : 0, () => CaredFor(issued, at, choices)),
            (2, () => Invoiced(issued, at, choices)),
            (1, () => StepCommands.ChangeHandler(issued.Handler == Example.TheHandler ? Example.OtherHandler : Example.TheHandler, Example.ProofOf(key), at)),
            (5, () => Renewed(walk, issued, at, choices)),
            (3, () => OperationCommands.Change(at, Another(issued.Holder), key)),
            (3, () => OperationCommands.Reissue(at, choices.Pick(Enum.GetValues<KeyLoss>()), choices.Weighted((2, Channel.Online), (1, Channel.Mail)))),
            (2, () => OperationCommands.Unlock(at, key)),
            (2, () => OperationCommands.EnableEContract(at, key)),
            (2, () => OperationCommands.ApplyForSeals(at, choices.Int(1, 2), key)),
            (issued.StandingSeals.Any(s => s.Format == SealFormat.GmT0031V2014) ? 4 : 1, () => OperationCommands.UpgradeSeals(choices.Bool() ? at : Later(at), key)),
            (issued.StandingSeals.Any(s => s.NotAfter < issued.NotAfter) ? 12 : 1, () => OperationCommands.RenewSeals(at, key)),
            (issued.Open is null ? 1 : 8, () => OperationCommands.Revoke(at, choices.Pick(Enum.GetValues<RevocationWish>()))),
            (1, () => OperationCommands.OrderRevocation(at)),
            (Shanghai.DateOf(at) > issued.NotAfter ? 4 : 1, () => Commands.Expire(at)),
            (issued.StandingSeals.Any(s => s.NotAfter < Shanghai.DateOf(at) && !s.IsExpiryRecorded) ? 6 : 1, () => OperationCommands.ExpireSeals(at)))();
    }

    /// <summary>Nothing but invoices is left to do, and everything else is tried.</summary>
    public static Command<Certificate> After(RevokedCertificate revoked, Instant at, Choices choices) => choices.Weighted<Func<Command<Certificate>>>(
        (4, () => Invoiced(revoked, at, choices)),
        (1, () => Commands.Expire(at)),
        (1, () => Commands.Renew(at, proven: revoked.Current.Serial)),
        (1, () => OperationCommands.ExpireSeals(at)),
        (1, () => OperationCommands.Revoke(at)),
        (1, () => OperationCommands.OrderRevocation(at)))();

    private static TrackParcel Tracked(IssuedCertificate issued, Instant at, Choices choices) => StepCommands.Track(
        choices.Weighted(
            (1, ParcelStanding.OnItsWay), (1, ParcelStanding.SignedByHandler), (1, ParcelStanding.SignedByAnother), (3, ParcelStanding.Returned)), choices.Pick(issued.Sent.ToArray()).TrackingNumber, at - Duration.FromHours(choices.Int(30)), at);

    private static Command<Certificate> CaredFor(IssuedCertificate issued, Instant at, Choices choices)
    {
        var parcel = issued.Sent.First(p => p.NeedsCare);
        return choices.Weighted((1, true), (3, false))
            ? StepCommands.HandOver(parcel.Application, at)
            : StepCommands.Resend($"SF{parcel.Sending + 1}", parcel.Application, at);
    }

    private static Command<Certificate> Invoiced(KnownCertificate certificate, Instant at, Choices choices)
    {
        var application = choices.Int(1, Math.Max(1, certificate.Applications));
        if (certificate.Invoices.FirstOrDefault(i => i.Application == application) is { } invoice && choices.Weighted((1, true), (2, false)))
        {
            return invoice.Reversing is null
                ? StepCommands.RequestReversal(application, at: at)
                : choices.Weighted((1, true), (1, false))
                    ? StepCommands.FailReversal(application, invoice.ReversalAttempts, at: at)
                    : StepCommands.RecordReversal(application, at: at);
        }

        return certificate.Invoices.Any(i => i.Application == application && i.IsIssued) && choices.Weighted((3, true), (1, false))
            ? StepCommands.ReverseInvoice(application, at: at)
            : StepCommands.RecordInvoice(application, at: at);
    }

    // Some day around the window's opening, its end, or later.
    private static RenewCertificate Renewed(Walk<Certificate> walk, IssuedCertificate issued, Instant at, Choices choices)
    {
        var days = choices.Weighted((1, -61), (4, -60), (2, -30), (1, 0), (3, 1), (1, 100));
        var then = Instant.Max(at, Shanghai.StartOf(issued.NotAfter.PlusDays(days)) + Duration.FromHours(choices.Int(23)));
        return Commands.Renew(Instant.Max(walk.Now, then), proven: issued.Current.Serial);
    }

    // After the platform's policies have come to their second version.
    private static Instant Later(Instant at) => Instant.Max(at, Shanghai.StartOf(TestPolicies.SecondVersionFrom));

    private static Holder Another(Holder holder) => holder switch
    {
        UnitHolder unit when unit == Example.TheHolder => OperationCommands.Renamed,
        UnitHolder unit when unit == OperationCommands.Renamed => OperationCommands.Relicensed,
        UnitHolder => Example.TheHolder,
        _ => holder,
    };

    private static SerialNumber Waiting(IssuedCertificate issued) =>
        issued.Grant?.Generation is { } number ? issued.Generations[number - 1].Serial : Example.Serial3;
}
