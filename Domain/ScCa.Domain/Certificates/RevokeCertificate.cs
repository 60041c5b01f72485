using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Certificates;

/// <summary>Why a holder gives his certificate up.</summary>
public enum RevocationWish
{
    KeyLost,
    NoLongerUsed,
}

/// <summary>Revoke (吊销/注销) by the holder: the key is lost or no longer used; final, and possible after expiry (C8).</summary>
public sealed record RevokeCertificate(CommandId Id, CertificateId Certificate, Applying Applying, RevocationWish Wish, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    protected override Operation Operation => Operation.Revoke;

    // A2: always accepted; whatever else is open is closed and refunded.
    protected override bool Supersedes(OpenApplication open) => open.Operation != Operation.Revoke;

    protected override OperationApplied Applied(int number, AppliedUnder under) => new RevocationApplied(number, under, Wish, At);
}

public sealed record RevocationApplied(int Application, AppliedUnder Under, RevocationWish Wish, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new RevokeRequest(Wish);
}

public sealed record RevokeRequest(RevocationWish Wish) : DecidedRequest
{
    public override Operation Operation => Operation.Revoke;

    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at)
    {
        var reason = Wish == RevocationWish.KeyLost ? RevocationReason.KeyCompromise : RevocationReason.CessationOfOperation;
        return Fulfilled([
            .. certificate.GrantsEnded(at),
            new CertificateRevoked(open.Number, reason, [], at),
            .. Invoices.InvoicePromised.For(open.Number, open.Charge.Total, policies.Calendar, at),
        ]);
    }
}

/// <summary>The end of the certificate: every generation and every seal is revoked with it, and a signature under way is burned (C8).</summary>
/// <param name="Application">The holder's application; null where the authority revokes of its own accord.</param>
/// <param name="By">The two members of staff who decided; none where the holder asked.</param>
public sealed record CertificateRevoked(int? Application, RevocationReason Reason, ImmutableArray<StaffId> By, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate c
        ? new RevokedCertificate(c.Id, c.Platform, c.Holder)
        {
            Handler = c.Handler,
            Applications = c.Applications,
            BurnedSerials = c.Intent is { } intent ? c.BurnedSerials.AddRange(intent.Serials) : c.BurnedSerials,
            RoleAccountAppliedOn = c.RoleAccountAppliedOn,
            Invoices = c.Invoices,
            Generations = [.. c.Generations.Select(g => g.RevokedFor(Reason, At))],
            CurrentGeneration = c.CurrentGeneration,
            Seals = [.. c.Seals.Select(s => s.Status == Seals.SealStatus.Standing ? s with { Status = Seals.SealStatus.Revoked } : s)],
            RevokedAt = At,
            Reason = Reason,
        }
        : throw ImpossibleIn(state);
}
