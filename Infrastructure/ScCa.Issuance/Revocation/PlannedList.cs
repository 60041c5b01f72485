using NodaTime;
using ScCa.Domain.Authorities;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;

namespace ScCa.Issuance.Revocation;

/// <summary>A list that is to be issued: its number and times are fixed before anything is built.</summary>
/// <param name="Base">The whole list that a delta counts on from; null where the list is whole.</param>
internal sealed record PlannedList(long Number, IssuedRevocationList? Base, Instant ThisUpdate, Instant NextUpdate)
{
    public string Kind => Base is null ? RevocationListIssuer.Whole : RevocationListIssuer.Delta;

    public RevocationListContent ContentFor(ListedAuthority authority)
    {
        var certificate = authority.Issuer.Certificate.Certificate;
        return new(
            SignatureAlgorithm.For(certificate.PublicKey.Kind), certificate.Subject, ThisUpdate.ToDateTimeOffset(), NextUpdate.ToDateTimeOffset(), [.. Extensions(authority)]);
    }

    private IEnumerable<Extension> Extensions(ListedAuthority authority)
    {
        yield return KeyIdentifiers.OfAuthority(authority.Issuer.Certificate.SubjectKeyIdentifier);
        yield return CrlNumber.Of(Number);
        if (Base is { } complete)
            yield return CrlNumber.OfBase(complete.Number);
        // §5.2.6: "This extension MUST NOT appear in delta CRLs."
        else if (authority.DeltaAddresses is { Count: > 0 } addresses)
            yield return DistributionPoint.OfDelta(addresses);
    }
}
