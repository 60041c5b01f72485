using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;

namespace ScCa.Domain.Certificates;

/// <summary>What was granted and never written can give nothing any more; what was paid for it goes back, and no invoice is promised (A2, D4).</summary>
/// <param name="Refunds">The payments that are to be refunded whole.</param>
public sealed record GrantEnded(int Application, ImmutableArray<CountedPayment> Refunds, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state switch
    {
        IssuedCertificate { Grant: { } grant } c when grant.Application == Application => this.WithoutIntent(c with { Grant = null }),
        IssuedCertificate { UnlockGrant: { } grant } c when grant.Application == Application => c with { UnlockGrant = null },
        _ => throw ImpossibleIn(state),
    };
}

internal static class UnusedGrants
{
    /// <summary>Both of a certificate's grants end with it.</summary>
    public static IEnumerable<GrantEnded> GrantsEnded(this IssuedCertificate certificate, Instant at) =>
        certificate.UnlockGrant is { } unlock
            ? [.. certificate.UpdateGrantEnded(at), new GrantEnded(unlock.Application, unlock.Payments, at)]
            : certificate.UpdateGrantEnded(at);

    /// <summary>A later grant takes the place of one that was left unused past its date.</summary>
    public static IEnumerable<GrantEnded> UpdateGrantEnded(this IssuedCertificate certificate, Instant at) =>
        certificate.Grant is { } grant ? [new GrantEnded(grant.Application, grant.Payments, at)] : [];
}
