using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;

namespace ScCa.Domain.Certificates;

/// <summary>The signature that was committed to has been made (C1).</summary>
public sealed record RecordGeneration(CommandId Id, CertificateId Certificate, SerialNumber Serial, KeptDer Signed, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    /// <summary>The other half of the pair; null where the generation is one certificate.</summary>
    public EncryptionCertificate? Encryption { get; init; }

    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        KnownCertificate { Intent: { } intent } c when intent.Serial == Serial && intent.Encryption?.Serial == Encryption?.Serial => Issued(c, intent, policies),
        NotApplied => Refuse.CertificateUnknown(),
        _ => Refuse.SignatureNotIntended(Serial),
    };

    private Decision<Certificate> Issued(KnownCertificate certificate, SigningIntent intent, PolicyBook policies)
    {
        var issued = new GenerationIssued(intent.Application, intent.Generation, Serial, intent.Validity, Signed, At);
        IEnumerable<EncryptionIssued> pair = Encryption is { } encryption
            ? [new EncryptionIssued(intent.Application, intent.Generation, encryption.Serial, encryption.Certificate, encryption.EnvelopedKey, At)]
            : [];
        return certificate switch
        {
            RequestedCertificate { Open: { Request: NewRequest wish } open } c =>
                Record([.. pair, issued, .. Seals(c, open, wish, intent, policies), .. Invoice(open, policies)]),
            IssuedCertificate { Open: { Request: ReissueRequest wish } open } c when open.Number == intent.Application =>
                Record([.. Handover(c, open, wish, [.. pair, issued], policies), .. Invoice(open, policies)]),
            // C5: a granted generation waits until it is written to the key.
            _ => Record([.. pair, issued]),
        };
    }

    private IEnumerable<SealMade> Seals(
        RequestedCertificate certificate, OpenApplication open, NewRequest wish, SigningIntent intent, PolicyBook policies) =>
        SealWork.Made(
            open.Number, 1, wish.Pictures, policies.SealFormatFor(certificate, open), intent.Generation, Shanghai.DateOf(intent.Validity.NotAfter), At);

    // C7: what is on the old key is revoked before there is anything to hand over; so is a granted generation that may have been written to it.
    private IEnumerable<Event<Certificate>> Handover(
        IssuedCertificate certificate, OpenApplication open, ReissueRequest wish, ImmutableArray<ApplicationEvent> issued, PolicyBook policies) =>
    [
        .. certificate.RevokedBefore(open.Number, certificate.Generations.Length + 1, wish.Reason, At),
        .. issued,
        .. SealWork.ForGeneration(certificate, open.Number, certificate.Generations.Length + 1, Coupling.IsOneWithSeal(certificate, open, policies) ? certificate.NotAfter : null, At),
    ];

    private IEnumerable<InvoicePromised> Invoice(OpenApplication open, PolicyBook policies) =>
        InvoicePromised.For(open.Number, open.Charge.Total, policies.Calendar, At);
}

public sealed record GenerationIssued(
    int Application, int Generation, SerialNumber Serial, Validity Validity, KeptDer Certificate, Instant At)
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
            Generations = [Issued(intent)],
            CurrentGeneration = Generation,
        },
        // C7: so does a Reissue; a grant that may have gone to the lost key can be pulled anew.
        IssuedCertificate { Open: { Request: ReissueRequest } open, Intent: { } intent } c when Fulfils(intent) && open.Number == Application => c with
        {
            Open = null,
            Intent = null,
            Generations = c.Generations.Add(Issued(intent)),
            CurrentGeneration = Generation,
            Grant = c.Grant is { } grant ? grant with { Generation = null } : null,
        },
        // C5: a granted generation waits until it is written to the key.
        IssuedCertificate { Grant: { } grant, Intent: { } intent } c when Fulfils(intent) && grant.Application == Application =>
            c with { Intent = null, Generations = c.Generations.Add(Issued(intent)), Grant = grant with { Generation = Generation } },
        _ => throw ImpossibleIn(state),
    };

    // C1: a signature that was not committed to never was this history's.
    private bool Fulfils(SigningIntent intent) => intent is { Encryption: null or { Issued: not null } }
        && intent.Application == Application && intent.Generation == Generation && intent.Serial == Serial;

    private Generation Issued(SigningIntent intent) => new(Generation, Serial, Validity, Certificate) { Encryption = intent.Encryption?.Issued };
}
