using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Dispatch;

/// <summary>A key that is to be posted to the handler by a promised date (D1, D5).</summary>
public sealed record PromisedParcel(int Application, PromisedDate By);

public sealed record ParcelPromised(int Application, PromisedDate By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate certificate
        ? certificate with { Parcel = new PromisedParcel(Application, By) }
        : throw ImpossibleIn(state);
}
