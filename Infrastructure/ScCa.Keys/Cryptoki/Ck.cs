namespace ScCa.Keys.Cryptoki;

/// <summary>Attributes of objects.</summary>
internal static class Cka
{
    public const uint Class = 0x000;
    public const uint Token = 0x001;
    public const uint Private = 0x002;
    public const uint Label = 0x003;
    public const uint KeyType = 0x100;
    public const uint Id = 0x102;
    public const uint Sensitive = 0x103;
    public const uint Sign = 0x108;
    public const uint Verify = 0x10A;
    public const uint Modulus = 0x120;
    public const uint ModulusBits = 0x121;
    public const uint PublicExponent = 0x122;
    public const uint Extractable = 0x162;
    public const uint EcParams = 0x180;
    public const uint EcPoint = 0x181;
    public const uint AlwaysAuthenticate = 0x202;
}

/// <summary>Flags of tokens, sessions and mechanisms.</summary>
internal static class Ckf
{
    public const uint OsLockingOk = 0x2;

    public const uint LoginRequired = 1 << 2;
    public const uint UserPinInitialized = 1 << 3;
    public const uint TokenInitialized = 1 << 10;
    public const uint UserPinCountLow = 1 << 16;
    public const uint UserPinFinalTry = 1 << 17;
    public const uint UserPinLocked = 1 << 18;
    public const uint UserPinToBeChanged = 1 << 19;
    public const uint SoPinCountLow = 1 << 20;
    public const uint SoPinFinalTry = 1 << 21;
    public const uint SoPinLocked = 1 << 22;

    public const uint RwSession = 1 << 1;
    public const uint SerialSession = 1 << 2;

    public const uint Sign = 1 << 11;
    public const uint GenerateKeyPair = 1 << 16;
}

/// <summary>Types of keys.</summary>
internal static class Ckk
{
    public const uint Rsa = 0x0;
    public const uint Ec = 0x3;
}

/// <summary>Mechanisms.</summary>
internal static class Ckm
{
    public const uint RsaPkcsKeyPairGen = 0x0;
    public const uint RsaPkcs = 0x1;
    public const uint EcKeyPairGen = 0x1040;
    public const uint Ecdsa = 0x1041;
}

/// <summary>Classes of objects.</summary>
internal static class Cko
{
    public const uint PublicKey = 0x2;
    public const uint PrivateKey = 0x3;
}

/// <summary>Who logs in.</summary>
internal enum Cku : uint
{
    SecurityOfficer = 0,
    User = 1,

    /// <summary>The user once more, for one signature (PKCS#11 v2.40 §4.9, CKA_ALWAYS_AUTHENTICATE).</summary>
    ContextSpecific = 2,
}
