using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>The real-person check has passed (P5); <paramref name="Evidence"/> is its own reference.</summary>
public sealed record VerifyRealPerson(CommandId Id, CertificateId Certificate, int Application, string Evidence, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => StillToVerify.Refuses(state, Application, Verification.RealPerson) switch
    {
        { } refusal => refusal,
        null => Ready.With(state, policies, At, new IdentityVerified(Application, Verification.RealPerson, Evidence, At)),
    };
}
