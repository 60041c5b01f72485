namespace ScCa.Pki.Algorithms;

public enum PublicKeyKind
{
    Sm2 = 0,
    EcdsaP256 = 1,

    /// <summary>From 2048 bits.</summary>
    Rsa = 2,
}
