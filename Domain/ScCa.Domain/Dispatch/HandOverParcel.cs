using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Dispatch;

/// <summary>The handler has his key: he collected what came back, or has said that he has what somebody else signed for (D1).</summary>
public sealed record HandOverParcel(CommandId Id, CertificateId Certificate, int Application, StaffId By, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => ParcelInCare.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null => new ParcelHandedOver(Application, By, At),
    };
}

/// <param name="By">Who made sure that it is the handler who has it.</param>
public sealed record ParcelHandedOver(int Application, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate c && c.Sent.Any(p => p.Application == Application)
        ? c with { Sent = [.. c.Sent.Where(p => p.Application != Application)] }
        : throw ImpossibleIn(state);
}
