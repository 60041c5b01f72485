using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;

namespace ScCa.Domain.Certificates;

/// <summary>The signature that was committed to has been made (C1).</summary>
public sealed record RecordGeneration(CommandId Id, CertificateId Certificate, SerialNumber Serial, KeptCertificate Signed, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        KnownCertificate { Intent: { } intent } c when intent.Serial == Serial => Issued(c, intent, policies),
        NotApplied => Refuse.CertificateUnknown(),
        _ => Refuse.SignatureNotIntended(Serial),
    };

    private Decision<Certificate> Issued(KnownCertificate certificate, SigningIntent intent, PolicyBook policies)
    {
        var issued = new GenerationIssued(intent.Application, intent.Generation, Serial, intent.Validity, Signed, At);
        return certificate switch
        {
            RequestedCertificate { Open: { Request: NewRequest wish } open } c =>
                Record([issued, .. Seals(c, open, wish, intent, policies), .. Invoice(open, policies)]),
            IssuedCertificate { Open: { Request: ReissueRequest wish } open } c when open.Number == intent.Application =>
                Record([.. Handover(c, open, wish, issued, policies), .. Invoice(open, policies)]),
            // C5: a granted generation waits until it is written to the key.
            _ => issued,
        };
    }

    private IEnumerable<SealMade> Seals(
        RequestedCertificate certificate, OpenApplication open, NewRequest wish, SigningIntent intent, PolicyBook policies) =>
        SealWork.Made(
            open.Number, 1, wish.Pictures, policies.SealFormatFor(certificate, open), intent.Generation, Shanghai.DateOf(intent.Validity.NotAfter), At);

    // C7: what is on the old key is revoked before there is anything to hand over; so is a granted generation that may have been written to it.
    private IEnumerable<Event<Certificate>> Handover(
        IssuedCertificate certificate, OpenApplication open, ReissueRequest wish, GenerationIssued issued, PolicyBook policies) =>
    [
        .. certificate.RevokedBefore(open.Number, issued.Generation, wish.Reason, At),
        issued,
        .. SealWork.ForGeneration(certificate, open.Number, issued.Generation, Coupling.IsOneWithSeal(certificate, open, policies) ? certificate.NotAfter : null, At),
    ];

    private IEnumerable<InvoicePromised> Invoice(OpenApplication open, PolicyBook policies) =>
        InvoicePromised.For(open.Number, open.Charge.Total, policies.Calendar, At);
}

public sealed record GenerationIssued(
    int Application, int Generation, SerialNumber Serial, Validity Validity, KeptCertificate Certificate, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state switch
    {
        // A2: a New ends with its issue.
        RequestedCertificate { Open: not null, Intent: { } intent } c when Fulfils(intent) => new IssuedCertificate(c.Id, c.Platform, c.Holder)
        {
            Handler = c.Handler,
            Applications = c.Applications,
            BurnedSerials = c.BurnedSerials,
            Parcel = c.Parcel,
            RoleAccountAppliedOn = c.RoleAccountAppliedOn,
            Invoices = c.Invoices,
            Generations = [Issued],
            CurrentGeneration = Generation,
        },
        // C7: so does a Reissue; a grant that may have gone to the lost key can be pulled anew.
        IssuedCertificate { Open: { Request: ReissueRequest } open, Intent: { } intent } c when Fulfils(intent) && open.Number == Application => c with
        {
            Open = null,
            Intent = null,
            Generations = c.Generations.Add(Issued),
            CurrentGeneration = Generation,
            Grant = c.Grant is { } grant ? grant with { Generation = null } : null,
        },
        // C5: a granted generation waits until it is written to the key.
        IssuedCertificate { Grant: { } grant, Intent: { } intent } c when Fulfils(intent) && grant.Application == Application =>
            c with { Intent = null, Generations = c.Generations.Add(Issued), Grant = grant with { Generation = Generation } },
        _ => throw ImpossibleIn(state),
    };

    // C1: a signature that was not committed to never was this history's.
    private bool Fulfils(SigningIntent intent) =>
        intent.Application == Application && intent.Generation == Generation && intent.Serial == Serial;

    private Generation Issued => new(Generation, Serial, Validity, Certificate);
}
