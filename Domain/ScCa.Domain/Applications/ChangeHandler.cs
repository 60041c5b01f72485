using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>Another person, or the same under another phone, handles the certificate from now on; the open application goes with it (A1).</summary>
/// <param name="IsSameName">Whether the new handler's name is the present one's: both are sealed, so whoever can open them says so.</param>
/// <param name="Proof">That the present key is at hand, where the holder asks online.</param>
/// <param name="By">Who saw the papers, where staff does it.</param>
public sealed record ChangeHandler(CommandId Id, CertificateId Certificate, Handler NewHandler, bool IsSameName, KeyProof? Proof, StaffId? By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        KnownCertificate c when By is null && (Proof is null || Proof.Serial != (c as IssuedCertificate)?.Current.Serial) => Refuse.HandlerChangeNotProven(),
        KnownCertificate c when IsSameName && c.Handler.PhoneIndex == NewHandler.PhoneIndex => Refuse.HandlerIsTheSame(),
        _ => new HandlerChanged(NewHandler, state.Open?.Number, By, At),
    };
}

/// <param name="Application">The open application that goes with it; null where none is open.</param>
public sealed record HandlerChanged(Handler Handler, int? Application, StaffId? By, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate c and not RevokedCertificate
        ? c with { Handler = Handler, Open = c.Open is { } open ? open with { Handler = Handler } : null }
        : throw ImpossibleIn(state);
}
