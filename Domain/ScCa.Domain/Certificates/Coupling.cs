using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Certificates;

/// <summary>Whether an application treats certificate and seal as one (S1), by the policy it was made under.</summary>
internal static class Coupling
{
    public static bool IsOneWithSeal(KnownCertificate certificate, OpenApplication open, PolicyBook policies) =>
        policies.Version(certificate.Platform, open.Under.PolicyVersion).Seals.Coupling == SealCoupling.Coupled;
}
