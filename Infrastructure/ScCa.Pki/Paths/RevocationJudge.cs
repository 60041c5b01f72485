namespace ScCa.Pki.Paths;

/// <summary>RFC 5280 §6.3 and RFC 6960: whether the certificates of a path were revoked at an instant, by the lists and responses that the caller gives.</summary>
internal sealed class RevocationJudge
{
    private readonly ListTestimony lists;
    private readonly ResponseTestimony responses;

    public RevocationJudge(PathInputs inputs, PathOptions options, CertificateBook book, SignatureChecks signatures)
    {
        lists = new ListTestimony(inputs, options, new ListSigners(inputs, book, options, signatures));
        responses = new ResponseTestimony(inputs, options, book, signatures, lists);
    }

    public RevocationVerdict Judge(IssuedCertificate certificate) =>
        IsNeverRevoked(certificate.Facts) ? RevocationVerdict.NotChecked : RevocationVerdicts.Together([.. responses.Of(certificate), lists.Of(certificate)]);

    // RFC 6960 §4.2.2.2.1 for responders, RFC 9608 for certificates that live too briefly to be revoked; no authority is among them.
    private static bool IsNeverRevoked(CertificateFacts facts) => !facts.IsAuthority && facts.Certificate.Extensions is var extensions
        && (extensions.Find(Oids.NoRevocationAvailable) is not null
            || (extensions.Find(Oids.OcspNoCheck) is not null && (facts.Purposes?.Contains(Oids.OcspSigning) ?? false)));
}
