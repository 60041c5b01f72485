using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Seals;

/// <summary>The seals an application asked for are made: it ends (A2).</summary>
public sealed record SealsFulfilled(int Application, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, _ => null);

    /// <summary>The seals, the end of the application, and its invoice where something was charged (D4).</summary>
    internal static Decision<Certificate> With(IEnumerable<SealMade> made, OpenApplication open, PolicyBook policies, Instant at) =>
        new Decision<Certificate>.Accepted(
            [.. made, new SealsFulfilled(open.Number, at), .. InvoicePromised.For(open.Number, open.Charge.Total, policies.Calendar, at)]);
}

internal static class SealFormats
{
    /// <summary>The format that the policy of this application writes.</summary>
    public static SealFormat SealFormatFor(this PolicyBook policies, KnownCertificate certificate, OpenApplication open) =>
        policies.Version(certificate.Platform, open.Under.PolicyVersion).Seals.Format;
}
