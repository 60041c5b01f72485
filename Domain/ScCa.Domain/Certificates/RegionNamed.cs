using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Certificates;

/// <summary>The region that the New belongs to, where its platform asks for one (A5). It is decided with the application and stands beside it.</summary>
public sealed record RegionNamed(int Application, RegionId Region, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) =>
        state is RequestedCertificate ? this.WithOpen(state, open => open) : throw ImpossibleIn(state);
}
