using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;

namespace ScCa.Application.Hall;

/// <summary>What an operation costs now, by its term where it has one.</summary>
public sealed record OperationCharge(int? Years, string Total);

/// <summary>An operation as the certificate's platform offers it to its holder at this stage (A5).</summary>
/// <param name="Charges">One for each term, or one; none while it cannot be applied for.</param>
/// <param name="NotNow">Why it cannot be applied for as things stand; null where it can.</param>
public sealed record OperationOffer(
    string Operation, string Stage, ImmutableArray<OfferWay> Ways, ImmutableArray<OperationCharge> Charges, RefusalText? NotNow)
{
    /// <summary>Whether the holder can apply for it himself, without going to a window.</summary>
    public bool IsSelfService => Ways.Any(w => !w.IsTakenByStaff);
}

/// <summary>
/// Tells what may be done with a certificate: each operation that its platform offers its holder is put to the very decision that would be taken, and nothing
/// is written.
/// </summary>
public sealed class CertificateOffers(CommandExecutor executor, PolicyBook policies, TextCatalog texts, IClock clock)
{
    private static readonly CommandId Asking = new("asking");
    private static readonly StaffId Clerk = new("asking");
    private static readonly Digest Picture = Digest.Parse(new string('0', 64));

    /// <summary>In the order of the glossary; none before the first issue and none after revocation.</summary>
    public async Task<ImmutableArray<OperationOffer>> Of(string certificate, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is IssuedCertificate issued
            && policies.InEffect(issued.Platform, Shanghai.DateOf(now)) is { } policy
            ? [.. Services(issued, policy, now).Select(s => Ask(issued, policy, s, now))]
            : [];
    }

    private static IEnumerable<ServicePolicy> Services(IssuedCertificate issued, PlatformPolicy policy, Instant now)
    {
        var stage = issued.Current.IsValidAt(now) ? Stage.InValidity : Stage.Expired;
        return policy.Services.Where(s => s.Holder == issued.Holder.Kind && s.Stage == stage).OrderBy(s => s.Operation);
    }

    private OperationOffer Ask(IssuedCertificate issued, PlatformPolicy policy, ServicePolicy service, Instant now)
    {
        ImmutableArray<Term?> terms = service.Operation == Operation.Renew ? [.. policy.Terms] : [null];
        var answers = terms.Select(t => (Term: t, Decision: Command(issued, service, t, now).Decide(issued, policies))).ToImmutableArray();
        return new OperationOffer(
            service.Operation.ToString(),
            service.Stage.ToString(),
            [.. service.Ways.Select(w => PlatformOffer.WayOf(w, policy))],
            [.. answers.SelectMany(a => ChargeOf(a.Decision) is { } charge ? [new OperationCharge(a.Term?.Years, charge)] : ImmutableArray<OperationCharge>.Empty)],
            answers[0].Decision is Decision<Certificate>.Refused(var refusal) && !IsOnlyUnnamed(refusal) ? RefusalText.From(refusal, texts) : null);
    }

    // What a Change changes is not known yet.
    private static bool IsOnlyUnnamed(Refusal refusal) => refusal.Code == nameof(Refuse.NothingChanged);

    private static string? ChargeOf(Decision<Certificate> decision) =>
        (decision as Decision<Certificate>.Accepted)?.Events.OfType<OperationApplied>().Single().Under.Charge.Total.Value;

    private static OperationCommand Command(IssuedCertificate issued, ServicePolicy service, Term? term, Instant now)
    {
        var way = service.Ways[0];
        var by = new Applying(
            issued.Handler, way.HandledBy ?? HandledBy.Handler, way.Channel, null, way.Intake == IntakeBy.Staff ? Clerk : null);
        var proof = new KeyProof(issued.Current.Serial, Picture);
        return service.Operation switch
        {
            Operation.Renew => new RenewCertificate(Asking, issued.Id, by, term!, proof, now),
            Operation.Change => new ChangeCertificate(Asking, issued.Id, by, issued.Holder, proof, now),
            Operation.Reissue => new ReissueCertificate(Asking, issued.Id, by, KeyLoss.Lost, proof, now),
            Operation.Revoke => new RevokeCertificate(Asking, issued.Id, by, RevocationWish.KeyLost, proof, now),
            Operation.Unlock => new UnlockCertificate(Asking, issued.Id, by, proof, now),
            Operation.SealApply => new ApplyForSeals(Asking, issued.Id, by, [Picture], proof, now),
            Operation.SealUpgrade => new UpgradeSeals(Asking, issued.Id, by, proof, now),
            Operation.SealRenew => new RenewSeals(Asking, issued.Id, by, proof, now),
            Operation.EContractEnable => new EnableEContract(Asking, issued.Id, by, proof, now),
            _ => throw new InvalidOperationException($"{service.Operation} is for no certificate that is there."),
        };
    }
}
