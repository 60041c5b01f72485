using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>Identity is proven; <paramref name="Evidence"/> names what proved it: a bank reference, a challenge's digest.</summary>
public sealed record IdentityVerified(int Application, Verification Method, string Evidence, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open with { Verified = open.Verified.Add(Method) });
}
