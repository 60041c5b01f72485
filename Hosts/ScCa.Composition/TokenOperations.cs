using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Keys;
using ScCa.Keys.Tokens;

namespace ScCa.Composition;

/// <summary>
/// What whoever runs the server does to a token: looks at it, makes a key in it, and leads its PIN through its life (C11). PINs come from files that only their
/// owner may read, never from a command line, which others can see.
/// </summary>
public static class TokenOperations
{
    private static readonly Dictionary<string, KeyAlgorithm> Algorithms = new(StringComparer.Ordinal)
    {
        ["p256"] = KeyAlgorithm.EcdsaP256,
        ["rsa"] = KeyAlgorithm.RsaPkcs1,
        ["sm2"] = KeyAlgorithm.Sm2,
    };

    /// <summary>The kinds of keys that can be made.</summary>
    public static IReadOnlyCollection<string> KeyKinds => Algorithms.Keys;

    /// <summary>Needs no PIN.</summary>
    /// <exception cref="StartUpRefusedException">The token, or the module before it, refused.</exception>
    public static TokenPlaceState Show(TokenPlace place) => With(place, null, token =>
    {
        var info = token.Info();
        return new TokenPlaceState(
            info.Label, info.Serial, info.Manufacturer, info.Model, info.Firmware, Word(info.UserTries), Word(info.AdministratorTries), info.IsPinSet,
            info.PinMustBeChanged);
    });

    /// <summary>Makes a key in the token, for good; never over another one.</summary>
    /// <exception cref="StartUpRefusedException">The token refused, or has such a key already.</exception>
    public static TokenPlaceKey MakeKey(TokenPlace place, string pinFile, string kind, string label) => With(place, pinFile, token =>
    {
        using var key = token.Generate(Algorithms[kind], label);
        return Report(key);
    });

    /// <summary>The key under which the authority would sign.</summary>
    /// <exception cref="StartUpRefusedException">There is no such key, it must not be used, or the token refused.</exception>
    public static TokenPlaceKey ShowKey(TokenPlace place, string pinFile, string label) => With(place, pinFile, token =>
    {
        using var key = token.Key(TokenKeyAddress.Of(label, null));
        return Report(key);
    });

    /// <summary>A request for a certificate of the key (PKCS#10, PEM), signed in the token: what the authority above certifies.</summary>
    /// <param name="subject">The name to be certified, such as <c>C=CN, O=…, CN=…</c>.</param>
    /// <exception cref="StartUpRefusedException">The name cannot be read, there is no such key, it must not be used, or the token refused.</exception>
    public static string Request(TokenPlace place, string pinFile, string label, string subject)
    {
        var name = Name(subject);
        return With(place, pinFile, token =>
        {
            using var key = token.Key(TokenKeyAddress.Of(label, null));
            var signatures = new TokenSignatures(key);
            return new CertificateRequest(name, signatures.PublicKey, HashAlgorithmName.SHA256).CreateSigningRequestPem(signatures);
        });
    }

    /// <summary>Tries the user's PIN once, also on the last try; the right one restores the tries.</summary>
    /// <exception cref="StartUpRefusedException">It is wrong or locked, or the token refused.</exception>
    public static void VerifyPin(TokenPlace place, string pinFile) => With(place, null, token =>
    {
        using var pin = Password.FromFile(pinFile);
        token.VerifyPin(pin);
        return true;
    });

    /// <summary>Changes the user's PIN by the present one.</summary>
    /// <exception cref="StartUpRefusedException">The present PIN is wrong or locked, or the token does not take the next one.</exception>
    public static void ChangePin(TokenPlace place, string pinFile, string nextPinFile) => With(place, null, token =>
    {
        using var present = Password.FromFile(pinFile);
        using var next = Password.FromFile(nextPinFile);
        token.ChangePin(present, next);
        return true;
    });

    /// <summary>Sets the user's PIN by the administrator's, also where it is locked.</summary>
    /// <exception cref="StartUpRefusedException">The administrator's PIN is wrong or locked, or the token does not take the user's.</exception>
    public static void Unlock(TokenPlace place, string administratorPinFile, string nextPinFile) => With(place, null, token =>
    {
        using var administrator = Password.FromFile(administratorPinFile);
        using var next = Password.FromFile(nextPinFile);
        token.ResetPin(administrator, next);
        return true;
    });

    private static T With<T>(TokenPlace place, string? pinFile, Func<Token, T> operation)
    {
        ArgumentNullException.ThrowIfNull(place);
        try
        {
            using var token = Token.Open(new TokenOptions
            {
                ModuleFile = place.ModuleFile,
                Label = place.Label,
                Serial = place.Serial,
                Pin = () => Password.FromFile(pinFile!),
                Sm2 = place.MakerFile is { } maker ? Sm2Mechanisms.FromFile(maker) : null,
            });
            return operation(token);
        }
        catch (KeyRefusedException reason)
        {
            throw new StartUpRefusedException(new StartUpRefusal("ST3", reason.ZhCn, reason.En));
        }
    }

    private static X500DistinguishedName Name(string subject)
    {
        try
        {
            return new X500DistinguishedName(subject);
        }
        catch (CryptographicException)
        {
            throw new StartUpRefusedException(new StartUpRefusal(
                "ST3", $"名称“{subject}”看不懂。请写成 C=CN, O=…, CN=… 的形式。", $"The name \"{subject}\" cannot be read. Write it like C=CN, O=…, CN=…."));
        }
    }

    private static TokenPlaceKey Report(TokenKey key) =>
        new(key.Name, key.Algorithm.Name, PemEncoding.WriteString("PUBLIC KEY", key.SubjectPublicKeyInfo.Span));

    private static string Word(PinTries tries) => tries switch
    {
        PinTries.All => "all",
        PinTries.Fewer => "fewer",
        PinTries.Last => "last",
        PinTries.None => "none",
        _ => throw new InvalidOperationException("A number of tries of no known kind."),
    };
}
