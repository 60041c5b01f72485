using ScCa.Pki.Algorithms;

namespace ScCa.Issuance.Profiles;

/// <summary>A kind of key, and its length.</summary>
public readonly record struct AcceptedKey(PublicKeyKind Kind, int SizeInBits)
{
    internal static AcceptedKey? TryParse(string text) => text switch
    {
        "sm2" => new(PublicKeyKind.Sm2, 256),
        "p-256" => new(PublicKeyKind.EcdsaP256, 256),
        "rsa-2048" => new(PublicKeyKind.Rsa, 2048),
        "rsa-3072" => new(PublicKeyKind.Rsa, 3072),
        "rsa-4096" => new(PublicKeyKind.Rsa, 4096),
        _ => null,
    };

    internal static AcceptedKey Of(PublicKey key) => new(key.Kind, key.SizeInBits);
}
