using System.Globalization;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns;

/// <summary>A platform and the names of the operations that it offers.</summary>
public sealed record DemoOffer(string Platform, string ZhCn, string En, IReadOnlyList<string> Operations);

/// <summary>
/// Plays everybody that a certificate's business waits for, one step after another: reviewer, clerk, applicant, payer, assistant. What is needed is read from
/// the application, which its policy has made, so a platform that is new today is played like any other.
/// </summary>
public sealed class DemoOffice
{
    private const string Reviewer = "demo-reviewer";
    private const string Clerk = "demo-clerk";

    // What is paid where nothing is due, only to prove whose account it is (P2).
    private static readonly Money ToProveTheAccount = Money.FromFen(100);

    private readonly CommandExecutor executor;
    private readonly ReviewDesk review;
    private readonly WindowDesk window;
    private readonly DemoDesk desk;
    private readonly IDemoPartners partners;
    private readonly PolicyBook policies;

    internal DemoOffice(CommandExecutor executor, ReviewDesk review, WindowDesk window, DemoDesk desk, IDemoPartners partners, PolicyBook policies) =>
        (this.executor, this.review, this.window, this.desk, this.partners, this.policies) = (executor, review, window, desk, partners, policies);

    /// <summary>The names of all operations, in the order that people meet them.</summary>
    public static IReadOnlyList<string> OperationNames { get; } = Enum.GetNames<Operation>();

    /// <summary>The platforms, and every operation that each of them offers in its newest policy.</summary>
    public IReadOnlyList<DemoOffer> Offers() =>
    [
        .. policies.Policies.GroupBy(p => p.Id).Select(versions => versions.Last()).Select(p => new DemoOffer(
            p.Id.Value, p.Name.ZhCn, p.Name.En, [.. p.Services.Select(s => s.Operation).Distinct().Order().Select(o => o.ToString())])),
    ];

    /// <summary>Does what the certificate's business waits for next.</summary>
    /// <param name="payerName">In whose name is paid.</param>
    /// <returns>Null where it waits for nobody, or for the worker alone; otherwise what was done, or its refusal.</returns>
    public async Task<Outcome<DemoDone>?> Advance(string certificate, string payerName, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) switch
        {
            KnownCertificate { Open: { } open } => await Advance(certificate, open, payerName, cancellation).ConfigureAwait(false),
            IssuedCertificate { Grant: not null } => Done(await desk.PullRenewal(certificate, cancellation).ConfigureAwait(false), r => r.Position),
            IssuedCertificate { UnlockGrant: { } grant } issued => await Unlock(issued, grant.Application, cancellation).ConfigureAwait(false),
            _ => null,
        };

    private async Task<Outcome<DemoDone>?> Advance(string certificate, OpenApplication open, string payerName, CancellationToken cancellation)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"demo:{certificate}:{open.Number}:{open.Step}");
        return open.Step switch
        {
            ApplicationStep.UnderReview => Done(
                await review.Approve(
                    id, certificate, open.Number, open.Request.SealPictures > 0 ? nameof(SealPictureFinding.NumberLegible) : null, Reviewer, cancellation)
                    .ConfigureAwait(false),
                r => r.Position),
            ApplicationStep.AwaitingMaterials => await Give(certificate, open, cancellation).ConfigureAwait(false),
            ApplicationStep.MaterialsUnderReview =>
                Done(await review.CompleteMaterials(id, certificate, open.Number, Reviewer, cancellation).ConfigureAwait(false), r => r.Position),
            ApplicationStep.AwaitingVerification => await Verify(id, certificate, open, cancellation).ConfigureAwait(false),
            ApplicationStep.AwaitingPayment =>
                OnItsWay(await Pay(certificate, open, payerName, cancellation).ConfigureAwait(false)),
            _ => null,
        };
    }

    // Online the applicant gives them himself; what comes by post or to a window is taken in there.
    private async Task<Outcome<DemoDone>?> Give(string certificate, OpenApplication open, CancellationToken cancellation)
    {
        Outcome<DemoDone>? given = null;
        foreach (var material in open.MaterialsToGive)
        {
            given = open.Under.Applying.Channel == Channel.Online
                ? await partners.Upload(certificate, open.Number, material.Value, cancellation).ConfigureAwait(false)
                : Done(await Receive(certificate, open.Number, material.Value, cancellation).ConfigureAwait(false), r => r.Position);
            if (given.IsRefused)
                break;
        }

        return given;
    }

    private Task<Outcome<StaffReceipt>> Receive(string certificate, int application, string material, CancellationToken cancellation)
    {
        var paper = string.Create(CultureInfo.InvariantCulture, $"{certificate}.{application}.{material}");
        return window.ReceiveMaterial($"demo:{paper}", certificate, application, material, DemoDesk.DigestOf(paper), Clerk, cancellation);
    }

    private async Task<Outcome<DemoDone>?> Verify(string id, string certificate, OpenApplication open, CancellationToken cancellation)
    {
        if (open.StillNeeds(Verification.RealPerson))
            return await partners.VerifyRealPerson(certificate, open.Number, cancellation).ConfigureAwait(false);
        return open.StillNeeds(Verification.OnSite)
            ? Done(await window.VerifyOnSite(id, certificate, open.Number, Clerk, cancellation).ConfigureAwait(false), r => r.Position)
            : null;
    }

    private static Outcome<DemoDone> OnItsWay(Outcome<DemoDone> paid) => paid.IsRefused ? paid : paid.Value with { AwaitsWorker = true };

    private async Task<Outcome<DemoDone>> Pay(string certificate, OpenApplication open, string payerName, CancellationToken cancellation)
    {
        var amount = open.Missing > Money.Zero ? open.Missing : ToProveTheAccount;
        var means = open.StillNeeds(Verification.CorporateTransfer) ? PaymentMeans.CorporateTransfer : open.Under.Payment[0];
        switch (means)
        {
            case PaymentMeans.WeChat:
                return await partners.PayByWeChat(certificate, open.Number, payerName, amount.Value, cancellation).ConfigureAwait(false);
            case PaymentMeans.Window:
                var receipt = string.Create(CultureInfo.InvariantCulture, $"{certificate}-{open.Number}-{open.Payments.Length + 1}");
                return Done(
                    await window.TakePayment(receipt, certificate, open.Number, payerName, amount.Value, Clerk, cancellation).ConfigureAwait(false), r => r.Position);
            default:
                await desk.Transfer(payerName, amount.Fen, cancellation).ConfigureAwait(false);
                return new DemoDone(0);
        }
    }

    // Whoever took the application in resets the PIN: the assistant where it was handed in online, else the clerk.
    private async Task<Outcome<DemoDone>?> Unlock(IssuedCertificate certificate, int application, CancellationToken cancellation)
    {
        var events = await executor.Events<Certificate>(certificate.Id.Value, cancellation).ConfigureAwait(false);
        if (events.Select(e => e.Body).OfType<UnlockApplied>().Last().Under.Applying.ReceivedBy is null)
            return await partners.ResetPin(certificate.Id.Value, cancellation).ConfigureAwait(false);
        var id = string.Create(CultureInfo.InvariantCulture, $"demo:{certificate.Id}:{application}:unlock");
        return Done(
            await window.CompleteUnlock(id, certificate.Id.Value, certificate.Current.Serial.Value, Clerk, cancellation).ConfigureAwait(false), r => r.Position);
    }

    private static Outcome<DemoDone> Done<T>(Outcome<T> outcome, Func<T, long> position) where T : class =>
        outcome.IsRefused ? outcome.Refusal : new DemoDone(position(outcome.Value));
}
