using System.Buffers;
using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Requests;

/// <summary>What a request is to say. Attributes are written under their PKCS#9 names, which everybody reads.</summary>
/// <param name="ChallengePassword">Null for none.</param>
public sealed record RequestContent(
    DistinguishedName Subject, PublicKey PublicKey, IReadOnlyList<Extension> Extensions, string? ChallengePassword = null)
{
    // X.680 §41.4, Table 10.
    private static readonly SearchValues<char> Printable = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?");

    /// <summary>CertificationRequestInfo, RFC 2986 §4.1. Without attributes their field is there and empty.</summary>
    public byte[] Encode() => Writing.Sequence(writer =>
    {
        writer.WriteInteger(0);
        writer.WriteEncoded(Subject.Encoded);
        writer.WriteEncoded(PublicKey.SubjectPublicKeyInfo);
        using (writer.PushSetOf(Reading.Context(0)))
        {
            foreach (var attribute in Attributes())
                attribute.Write(writer);
        }
    });

    /// <summary>Encodes and signs; the signer has the key that the request is about.</summary>
    public CertificationRequest Sign(ISigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (!signer.PublicKey.Equals(PublicKey))
            throw new ArgumentException("A request is signed with the key that it is about.", nameof(signer));
        var toBeSigned = Encode();
        return CertificationRequest.From(SignedBytes.Assemble(toBeSigned, signer.Algorithm, signer.Sign(toBeSigned)));
    }

    private IEnumerable<RequestAttribute> Attributes()
    {
        if (ChallengePassword is { } password)
            yield return new(Oids.ChallengePassword, [Writing.Der(writer => writer.WriteCharacterString(TypeOf(password), password))]);
        if (Extensions.Count > 0)
            yield return new(Oids.ExtensionRequest, [Writing.Der(writer => Extension.WriteAll(writer, Extensions))]);
    }

    // RFC 2985 §5.4.1: "PrintableString encoding is RECOMMENDED", and UTF8String where that cannot say it.
    private static UniversalTagNumber TypeOf(string password) =>
        password.AsSpan().ContainsAnyExcept(Printable) ? UniversalTagNumber.UTF8String : UniversalTagNumber.PrintableString;
}
