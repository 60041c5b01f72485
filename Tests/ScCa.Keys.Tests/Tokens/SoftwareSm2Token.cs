using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ScCa.Keys.Cryptoki;
using ScCa.Signing;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>
/// A PKCS#11 module in software whose one token signs with SM2, by the numbers of a maker: SoftHSM knows no SM2. As strict as a device: objects hide before
/// the login, a session has one operation at a time, wrong PINs are refused.
/// </summary>
internal static unsafe partial class SoftwareSm2Token
{
    public const string Label = "sm2 token";

    public const uint KeyType = 0x80000004;

    public const uint KeyPairGeneration = 0x80008001;

    public const uint SignZAndMessageRaw = 0x80008100;

    public const uint SignZAndMessageDer = 0x80008101;

    public const uint SignMessageRaw = 0x80008102;

    public const uint SignMessageDer = 0x80008103;

    public const uint SignDigestRaw = 0x80008104;

    public const uint SignDigestDer = 0x80008105;

    /// <summary>No maker's number that is known: the identity comes as the parameter.</summary>
    public const uint SignMessageWithIdentityDer = 0x80008106;

    private const nuint Slot = 7;

    private static readonly CkFunctionList* List = (CkFunctionList*)NativeMemory.AllocZeroed((nuint)sizeof(CkFunctionList));

    private static readonly Lock Gate = new();

    private static readonly Dictionary<nuint, Session> Sessions = [];

    private static readonly List<StoredObject> Objects = [];

    private static readonly Dictionary<Cku, string> Pins = [];

    private static Cku? loggedIn;

    private static bool isInitialised;

    private static nuint next;

    /// <summary>Points are written without the OCTET STRING around them.</summary>
    public static bool WritesRawPoints { get; set; }

    /// <summary>Numbers in DER are written 33 octets long, always with a leading nought.</summary>
    public static bool WritesLongNumbers { get; set; }

    /// <summary>Keys do not name their curve.</summary>
    public static bool HidesCurve { get; set; }

    /// <summary>The module's function list; the token is as new, without keys.</summary>
    public static nint New()
    {
        lock (Gate)
        {
            Sessions.Clear();
            Objects.Clear();
            (loggedIn, isInitialised, next) = (null, false, 100);
            (WritesRawPoints, WritesLongNumbers, HidesCurve) = (false, false, false);
            Pins[Cku.User] = SoftHsm.InitialPin;
            Pins[Cku.SecurityOfficer] = SoftHsm.AdministratorPin;
            Fill();
            return (nint)List;
        }
    }

    private static CkRv Do(Func<CkRv> function)
    {
        lock (Gate)
            return isInitialised ? function() : CkRv.CKR_CRYPTOKI_NOT_INITIALIZED;
    }

    private static nuint In(nuint session, Func<Session, CkRv> function) =>
        (nuint)Do(() => Sessions.TryGetValue(session, out var open) ? function(open) : CkRv.CKR_SESSION_HANDLE_INVALID);

    private static CkRv LogIn(Cku user, ReadOnlySpan<byte> pin)
    {
        if (loggedIn is { } present && user != Cku.ContextSpecific)
            return present == user ? CkRv.CKR_USER_ALREADY_LOGGED_IN : CkRv.CKR_USER_ANOTHER_ALREADY_LOGGED_IN;
        if (!IsPin(user, pin))
            return CkRv.CKR_PIN_INCORRECT;
        loggedIn = user;
        return CkRv.CKR_OK;
    }

    private static bool IsPin(Cku user, ReadOnlySpan<byte> pin) => Text(pin) == Pins[user == Cku.ContextSpecific ? Cku.User : user];

    private static string Text(ReadOnlySpan<byte> octets) => System.Text.Encoding.UTF8.GetString(octets);

    private static bool IsVisible(StoredObject stored) => loggedIn == Cku.User || stored.Key is null;

    private static CkRv Generate(CkMechanism mechanism, Dictionary<uint, byte[]> ofPublic, Dictionary<uint, byte[]> ofPrivate, out nuint made, out nuint madePrivate)
    {
        (made, madePrivate) = (0, 0);
        if (loggedIn != Cku.User)
            return CkRv.CKR_USER_NOT_LOGGED_IN;
        if (mechanism.Mechanism != KeyPairGeneration)
            return CkRv.CKR_MECHANISM_INVALID;
        if (!ofPublic.TryGetValue(Cka.EcParams, out var curve) || Convert.ToHexString(curve) != "06082A811CCF5501822D")
            return CkRv.CKR_DOMAIN_PARAMS_INVALID;
        using var pair = Sm2PrivateKey.Generate();
        var point = pair.PublicKey.ExportPoint();
        ofPublic[Cka.EcPoint] = WritesRawPoints ? point : [0x04, (byte)point.Length, .. point];
        if (HidesCurve)
            ofPublic.Remove(Cka.EcParams);
        Objects.Add(new StoredObject(made = ++next, ofPublic, null));
        Objects.Add(new StoredObject(madePrivate = ++next, ofPrivate, new Sm2SigningKey(pair)));
        return CkRv.CKR_OK;
    }

    private static CkRv Begin(Session session, CkMechanism mechanism, nuint handle)
    {
        if (session.Key is not null)
            return CkRv.CKR_OPERATION_ACTIVE;
        if (!IsMechanism((uint)mechanism.Mechanism))
            return CkRv.CKR_MECHANISM_INVALID;
        if (loggedIn != Cku.User)
            return CkRv.CKR_USER_NOT_LOGGED_IN;
        if (Objects.Find(o => o.Handle == handle && o.Key is not null) is not { } key)
            return CkRv.CKR_KEY_HANDLE_INVALID;
        var parameter = new ReadOnlySpan<byte>((void*)mechanism.Parameter, (int)mechanism.ParameterLength);
        var isParameterRight = mechanism.Mechanism == SignMessageWithIdentityDer ? parameter.SequenceEqual(Sm2Identity.Default) : parameter.IsEmpty;
        if (!isParameterRight)
            return CkRv.CKR_MECHANISM_PARAM_INVALID;
        (session.Key, session.Mechanism) = (key.Key, (uint)mechanism.Mechanism);
        return CkRv.CKR_OK;
    }

    private static CkRv Finish(Session session, ReadOnlySpan<byte> data, Span<byte> destination, out int written)
    {
        written = 0;
        if (session.Key is not { } key)
            return CkRv.CKR_OPERATION_NOT_INITIALIZED;
        session.Key = null;
        var e = new byte[Sm3.HashSizeInBytes];
        switch (session.Mechanism)
        {
            case SignDigestRaw or SignDigestDer when data.Length != e.Length:
                return CkRv.CKR_DATA_LEN_RANGE;
            case SignDigestRaw or SignDigestDer:
                data.CopyTo(e);
                break;
            case SignZAndMessageRaw or SignZAndMessageDer:
                Sm3.HashData(data, e);
                break;
            default:
                key.Digest(data, e);
                break;
        }

        Span<byte> raw = stackalloc byte[Sm2SigningKey.RawSignatureSize];
        key.SignDigest(e, raw, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var isRaw = session.Mechanism is SignDigestRaw or SignMessageRaw or SignZAndMessageRaw;
        byte[] signature = isRaw ? raw.ToArray() : Der(raw);
        if (destination.Length < signature.Length)
            return CkRv.CKR_BUFFER_TOO_SMALL;
        signature.CopyTo(destination);
        written = signature.Length;
        return CkRv.CKR_OK;
    }

    private static byte[] Der(ReadOnlySpan<byte> raw)
    {
        byte[] r = Number(raw[..32]), s = Number(raw[32..]);
        return [0x30, (byte)(r.Length + s.Length), .. r, .. s];
    }

    private static byte[] Number(ReadOnlySpan<byte> number)
    {
        var significant = number.TrimStart((byte)0);
        byte[] content = WritesLongNumbers || significant[0] >= 0x80 ? [0, .. WritesLongNumbers ? number : significant] : significant.ToArray();
        return [0x02, (byte)content.Length, .. content];
    }

    private static bool IsMechanism(uint mechanism) => mechanism is >= SignZAndMessageRaw and <= SignMessageWithIdentityDer;

    private sealed class Session
    {
        public Queue<nuint>? Found { get; set; }

        public Sm2SigningKey? Key { get; set; }

        public uint Mechanism { get; set; }
    }

    private sealed record StoredObject(nuint Handle, Dictionary<uint, byte[]> Attributes, Sm2SigningKey? Key);
}
