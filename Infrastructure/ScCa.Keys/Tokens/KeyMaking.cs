using System.Formats.Asn1;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>How a token is asked to make a key pair: the private key in it for good, unreadable, for signing alone.</summary>
internal sealed class KeyMaking
{
    private const uint RsaModulusBits = 3072;

    private readonly ulong keyType;

    private readonly Action<AttributeTemplate> domain;

    private KeyMaking(uint mechanism, ulong keyType, Action<AttributeTemplate> domain)
    {
        Mechanism = mechanism;
        this.keyType = keyType;
        this.domain = domain;
    }

    public uint Mechanism { get; }

    public static KeyMaking Of(KeyAlgorithm algorithm, Sm2Mechanisms? sm2)
    {
        if (algorithm == KeyAlgorithm.EcdsaP256)
            return new(Ckm.EcKeyPairGen, Ckk.Ec, OnCurve(algorithm));
        if (algorithm == KeyAlgorithm.RsaPkcs1)
            return new(Ckm.RsaPkcsKeyPairGen, Ckk.Rsa, template => template.With(Cka.ModulusBits, RsaModulusBits).With(Cka.PublicExponent, [0x01, 0x00, 0x01]));
        return algorithm == KeyAlgorithm.Sm2 && sm2 is { KeyPairGeneration: { } mechanism, KeyType: { } type }
            ? new(mechanism, type, OnCurve(algorithm))
            : throw TokenRefusals.MechanismUnsupported(algorithm.Name);
    }

    public AttributeTemplate PublicKey(string label, ReadOnlySpan<byte> id)
    {
        var template = Common(Cko.PublicKey, label, id).With(Cka.Verify, true);
        domain(template);
        return template;
    }

    public AttributeTemplate PrivateKey(string label, ReadOnlySpan<byte> id) => Common(Cko.PrivateKey, label, id)
        .With(Cka.Private, true).With(Cka.Sensitive, true).With(Cka.Extractable, false).With(Cka.Sign, true);

    private AttributeTemplate Common(uint @class, string label, ReadOnlySpan<byte> id) => new AttributeTemplate()
        .With(Cka.Class, @class).With(Cka.KeyType, keyType).With(Cka.Token, true).With(Cka.Label, label).With(Cka.Id, id);

    private static Action<AttributeTemplate> OnCurve(KeyAlgorithm algorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(algorithm.CurveOid!);
        var parameters = writer.Encode();
        return template => template.With(Cka.EcParams, parameters);
    }
}
