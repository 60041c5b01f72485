using System.Collections.Immutable;
using ScCa.Pki;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance.Profiles;

/// <summary>What a key may be used for, in its checked form.</summary>
internal sealed record KeyUses(KeyUsages KeyUsage, ImmutableArray<string> Purposes, bool PurposesAreCritical)
{
    public static KeyUses? TryFrom(UsesOptions options, out string path)
    {
        path = "keyUsage";
        var usages = KeyUsages.None;
        foreach (var name in options.KeyUsage ?? [])
        {
            if (UsageOf(name) is not { } usage)
                return null;
            usages |= usage;
        }

        if (usages == KeyUsages.None)
            return null;
        path = "purposes";
        var purposes = (options.Purposes ?? []).Select(PurposeOf).ToImmutableArray();
        return purposes.Contains(null) ? null : new(usages, purposes!, options.PurposesAreCritical);
    }

    public IEnumerable<Extension> ToExtensions()
    {
        yield return Pki.Extensions.KeyUsage.Of(KeyUsage);
        if (!Purposes.IsEmpty)
            yield return ExtendedKeyUsage.Of(PurposesAreCritical, Purposes.AsSpan());
    }

    private static KeyUsages? UsageOf(string name) => name switch
    {
        "digitalSignature" => KeyUsages.DigitalSignature,
        "nonRepudiation" => KeyUsages.NonRepudiation,
        "keyEncipherment" => KeyUsages.KeyEncipherment,
        "dataEncipherment" => KeyUsages.DataEncipherment,
        "keyAgreement" => KeyUsages.KeyAgreement,
        "keyCertSign" => KeyUsages.KeyCertSign,
        "cRLSign" => KeyUsages.CrlSign,
        _ => null,
    };

    private static string? PurposeOf(string name) => name switch
    {
        "clientAuth" => Oids.ClientAuth,
        "documentSigning" => Oids.DocumentSigning,
        "timeStamping" => Oids.TimeStamping,
        "OCSPSigning" => Oids.OcspSigning,
        _ => null,
    };
}
