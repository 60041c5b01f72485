using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>The clerk has seen the person and his ID at the window (A8).</summary>
public sealed record VerifyOnSite(CommandId Id, CertificateId Certificate, int Application, StaffId By, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => StillToVerify.Refuses(state, Application, Verification.OnSite) switch
    {
        { } refusal => refusal,
        null => Ready.With(state, policies, At, new IdentityVerified(Application, Verification.OnSite, By.Value, At)),
    };
}
