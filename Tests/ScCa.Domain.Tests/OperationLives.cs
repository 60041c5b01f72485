using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests;

/// <summary>How far an operation may have come, on a certificate that was issued on 2025-03-10 for one year, and the steps that lead on.</summary>
internal static class OperationLives
{
    public static readonly Instant Begun = At("2025-03-10T10:00");

    /// <summary>The one moment at which, unless a test says otherwise, everything about an operation happens.</summary>
    public static readonly Instant Now = At("2026-01-12T10:00");

    public static Scenario<Certificate> Nothing { get; } = Lives.Under(OperationPolicies.Book);
    public static Scenario<Certificate> Requested { get; } = Nothing.After(OperationCommands.Apply(Begun));
    public static Scenario<Certificate> Issued { get; } = IssuedOn("2025-03-10");
    public static Scenario<Certificate> Dear { get; } = IssuedOn("2025-03-10", OperationPolicies.Dear);

    /// <summary>With two legacy seals.</summary>
    public static Scenario<Certificate> Sealed { get; } = IssuedOn("2025-03-10", seals: 2);

    /// <summary>With the one seal that belongs to it (S1).</summary>
    public static Scenario<Certificate> Coupled { get; } = IssuedOn("2025-03-10", OperationPolicies.Coupled, 1);

    public static Scenario<Certificate> RenewalGranted { get; } = Issued.Fulfilled(OperationCommands.Renew(Now));
    public static Scenario<Certificate> RenewalIntended { get; } = RenewalGranted.Intended(Serial2, Now);
    public static Scenario<Certificate> RenewalSigned { get; } = RenewalGranted.Signed(Serial2, Now);

    /// <summary>Its seals end on 2026-03-10, it ends a year later.</summary>
    public static Scenario<Certificate> SealedRenewed { get; } = Sealed.Fulfilled(OperationCommands.Renew(Now)).Written(Serial2, Now);

    public static Scenario<Certificate> ChangeGranted { get; } = Issued.Fulfilled(OperationCommands.Change(Now));
    public static Scenario<Certificate> ChangeSigned { get; } = ChangeGranted.Signed(Serial2, Now);
    public static Scenario<Certificate> ReissueReady { get; } = Issued.Ready(OperationCommands.Reissue(Now));
    public static Scenario<Certificate> ReissueIntended { get; } = ReissueReady.Intended(Serial2, Now);
    public static Scenario<Certificate> AwaitingUnlock { get; } = Issued.Fulfilled(OperationCommands.Unlock(Now));
    public static Scenario<Certificate> WithEContract { get; } = Issued.Fulfilled(OperationCommands.EnableEContract(Now));
    public static Scenario<Certificate> RevocationUnderReview { get; } = Issued.After(OperationCommands.Revoke(Now));
    public static Scenario<Certificate> AwaitingSecondPerson { get; } = Issued.After(OperationCommands.OrderRevocation(Now));
    public static Scenario<Certificate> Revoked { get; } = Issued.Fulfilled(OperationCommands.Revoke(Now));

    /// <summary>Applied for, approved, paid and issued on one day at ten.</summary>
    public static Scenario<Certificate> IssuedOn(string date, PlatformId? platform = null, int seals = 0, Term? term = null, Holder? holder = null)
    {
        var at = At(date + "T10:00");
        return Nothing.Ready(OperationCommands.Apply(at, platform, seals, term, holder)).Signed(Serial1, at);
    }

    public static IssuedCertificate Held(this Scenario<Certificate> life) => (IssuedCertificate)life.State;

    /// <summary>Applied for and brought to where nothing stands in the way of its fulfilment, all in one moment.</summary>
    public static Scenario<Certificate> Ready(this Scenario<Certificate> life, CertificateCommand apply)
    {
        life = life.After(apply);
        var open = life.State.Open!;
        if (open.Step == ApplicationStep.UnderReview)
            life = life.After(OperationCommands.Approve(open.Number, apply.At, open.Request.SealPictures > 0 ? SealPictureFinding.NumberLegible : null));
        foreach (var material in open.MaterialsToGive)
            life = life.After(OperationCommands.Provide(open.Number, material, apply.At));
        if (!open.AreMaterialsComplete)
            life = life.After(OperationCommands.CompleteMaterials(open.Number, apply.At));
        return life.State.Open!.AwaitsMoney ? life.Paid(apply.At) : life;
    }

    /// <summary>What is missing is paid, or a yuan where a transfer only proves who sends it.</summary>
    public static Scenario<Certificate> Paid(this Scenario<Certificate> life, Instant at)
    {
        var certificate = (KnownCertificate)life.State;
        var open = certificate.Open!;
        return life.After(OperationCommands.Pay(
            open.Number, open.Missing > Money.Zero ? open.Missing : Yuan(1), open.Under.Payment[0], certificate.Holder.Payer, at));
    }

    public static Scenario<Certificate> Fulfilled(this Scenario<Certificate> life, CertificateCommand apply)
    {
        var ready = life.Ready(apply);
        return ready.After(OperationCommands.Fulfil(ready.State.Open!.Number, apply.At));
    }

    public static Scenario<Certificate> Intended(this Scenario<Certificate> life, SerialNumber serial, Instant at) =>
        life.After(OperationCommands.Intend(serial, IssuancePlan.For(life.State, at).Plan!.Validity, at));

    public static Scenario<Certificate> Signed(this Scenario<Certificate> life, SerialNumber serial, Instant at) =>
        life.Intended(serial, at).After(OperationCommands.Record(serial, at));

    public static Scenario<Certificate> Written(this Scenario<Certificate> life, SerialNumber serial, Instant at) =>
        life.Signed(serial, at).After(OperationCommands.CompleteUpdate(serial, at));
}
