using System.Formats.Asn1;
using System.Runtime.InteropServices;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>Reads what a key in a token is, and refuses what must not be signed with.</summary>
internal static class TokenKeyReading
{
    private const int PointOctets = 65;

    private const byte UncompressedPoint = 0x04;

    public static TokenKey Read(TokenLine line, TokenConnection connection, nuint session, TokenKeyAddress address, Sm2Mechanisms? sm2)
    {
        var (calls, handle) = (connection.Calls, connection.HandleOf(address, session));
        if (Flag(calls, session, handle, Cka.Sensitive) == false)
            throw TokenRefusals.KeyExposed(address);
        if (Flag(calls, session, handle, Cka.Sign) == false)
            throw TokenRefusals.KeyUnsuitable(address.ToString());
        var publicKey = TokenObjects.PublicKey(calls, session, address, calls.Attribute(session, handle, Cka.Id));
        var algorithm = AlgorithmOf(calls, session, handle, publicKey, sm2) ?? throw TokenRefusals.KeyUnsuitable(address.ToString());
        RefuseWithoutMechanism(calls, connection.Slot, algorithm);
        return new TokenKey(line, address, algorithm, Flag(calls, session, handle, Cka.AlwaysAuthenticate) == true);
    }

    private static TokenAlgorithm? AlgorithmOf(CryptokiCalls calls, nuint session, nuint privateKey, nuint publicKey, Sm2Mechanisms? sm2)
    {
        var type = Number(calls, session, privateKey, Cka.KeyType);
        if (type == Ckk.Rsa)
            return RsaOnToken.From(calls.Attribute(session, publicKey, Cka.Modulus), calls.Attribute(session, publicKey, Cka.PublicExponent));
        var curve = CurveOf(calls.Attribute(session, publicKey, Cka.EcParams));
        if (type == Ckk.Ec && curve == KeyAlgorithm.EcdsaP256.CurveOid)
            return PointOf(calls.Attribute(session, publicKey, Cka.EcPoint), PointForm.OctetString) is { } point ? EcdsaP256OnToken.From(point) : null;
        // A key of the maker's own type is SM2 whether or not it names the curve.
        var isSm2 = sm2 is not null && (curve == KeyAlgorithm.Sm2.CurveOid || (curve is null && type == sm2.KeyType));
        return isSm2 && PointOf(calls.Attribute(session, publicKey, Cka.EcPoint), sm2!.Point) is { } own ? Sm2OnToken.From(sm2, own) : null;
    }

    // CKA_EC_PARAMS: DER of a curve's OBJECT IDENTIFIER (PKCS#11 v2.40 §2.3.3).
    private static string? CurveOf(byte[]? parameters)
    {
        try
        {
            return parameters is { Length: > 0 } ? AsnDecoder.ReadObjectIdentifier(parameters, AsnEncodingRules.BER, out _) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // CKA_EC_POINT: DER of an OCTET STRING (the same place); some makers leave the wrapping away.
    private static byte[]? PointOf(byte[]? value, PointForm form)
    {
        if (value is null)
            return null;
        try
        {
            var point = form == PointForm.Raw ? value : AsnDecoder.ReadOctetString(value, AsnEncodingRules.BER, out _);
            return point.Length == PointOctets && point[0] == UncompressedPoint ? point : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static void RefuseWithoutMechanism(CryptokiCalls calls, nuint slot, TokenAlgorithm algorithm)
    {
        var name = $"0x{algorithm.Mechanism:X8}";
        try
        {
            if ((calls.MechanismInfo(slot, algorithm.Mechanism).Flags & Ckf.Sign) == 0)
                throw TokenRefusals.MechanismUnsupported(name);
        }
        catch (CryptokiFailure failure) when (failure.Value == CkRv.CKR_MECHANISM_INVALID)
        {
            throw TokenRefusals.MechanismUnsupported(name, failure);
        }
    }

    private static bool? Flag(CryptokiCalls calls, nuint session, nuint handle, uint attribute) =>
        calls.Attribute(session, handle, attribute) is [var flag] ? flag != 0 : null;

    private static ulong? Number(CryptokiCalls calls, nuint session, nuint handle, uint attribute) =>
        calls.Attribute(session, handle, attribute) is { } octets && octets.Length == nuint.Size ? MemoryMarshal.Read<nuint>(octets) : null;
}
