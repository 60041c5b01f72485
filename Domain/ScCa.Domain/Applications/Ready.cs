using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>
/// What follows at once when a fact leaves an application with nothing more to wait for: whichever of review, materials, verification and payment comes
/// last, the posting is promised from there (D1, D2).
/// </summary>
internal static class Ready
{
    public static Decision<Certificate> With(Certificate before, PolicyBook policies, Instant at, params ReadOnlySpan<Event<Certificate>> facts)
    {
        var all = ImmutableArray.CreateBuilder<Event<Certificate>>();
        all.AddRange(facts);
        var after = before;
        foreach (var fact in facts)
            after = fact.Evolve(after);
        if (after is KnownCertificate { Open: { Step: ApplicationStep.ReadyToFulfil } open } certificate && Way(certificate, open, policies)?.Dispatch is { } dispatch)
        {
            var completed = Shanghai.DateOf(at);
            var by = dispatch.PostedBy(completed, certificate.RoleAccountAppliedOn, policies.Calendar);
            all.Add(new ParcelPromised(open.Number, by, completed, dispatch.Weekly, at));
        }

        return new Decision<Certificate>.Accepted(all.ToImmutable());
    }

    private static WayPolicy? Way(KnownCertificate certificate, OpenApplication open, PolicyBook policies) =>
        policies.Version(certificate.Platform, open.Under.PolicyVersion)
            .Service(open.Operation, certificate.Holder.Kind, open.Under.Stage)
            ?.Way(open.Under.Applying.Channel, open.Under.Applying.HandledBy);
}
