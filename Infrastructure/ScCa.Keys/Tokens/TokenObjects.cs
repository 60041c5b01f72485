using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>Finds keys in a token. Private ones show only after the login.</summary>
internal static class TokenObjects
{
    // One more than is wanted, to tell one from several.
    private const int Several = 2;

    public static nuint PrivateKey(CryptokiCalls calls, nuint session, TokenKeyAddress address) =>
        calls.Find(session, Template(Cko.PrivateKey, address), Several) switch
        {
            [var one] => one,
            [] => throw TokenRefusals.KeyNotFound(address),
            _ => throw TokenRefusals.KeyAmbiguous(address),
        };

    public static bool IsThere(CryptokiCalls calls, nuint session, TokenKeyAddress address) =>
        calls.Find(session, Template(Cko.PrivateKey, address), Several).Length > 0;

    /// <summary>The public key of a private one: of the same id, or where there are no ids, of the same label.</summary>
    public static nuint PublicKey(CryptokiCalls calls, nuint session, TokenKeyAddress address, ReadOnlySpan<byte> id)
    {
        var template = new AttributeTemplate().With(Cka.Class, Cko.PublicKey);
        _ = id.IsEmpty && address.Label is { } label ? template.With(Cka.Label, label) : template.With(Cka.Id, id);
        return calls.Find(session, template, Several) switch
        {
            [var one] => one,
            [] => throw TokenRefusals.PublicKeyMissing(address),
            _ => throw TokenRefusals.KeyAmbiguous(address),
        };
    }

    private static AttributeTemplate Template(uint @class, TokenKeyAddress address)
    {
        var template = new AttributeTemplate().With(Cka.Class, @class);
        if (address.Label is { } label)
            template.With(Cka.Label, label);
        if (address.Id is { } id)
            template.With(Cka.Id, Convert.FromHexString(id));
        return template;
    }
}
