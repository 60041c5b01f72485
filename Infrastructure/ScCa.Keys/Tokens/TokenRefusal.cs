namespace ScCa.Keys.Tokens;

/// <summary>Everything that a token, or the module before it, can refuse with.</summary>
public enum TokenRefusal
{
    /// <summary>There is no such library.</summary>
    ModuleMissing,

    /// <summary>The library cannot be loaded, or is no PKCS#11 module.</summary>
    ModuleUnusable,

    /// <summary>Modules are not loaded on this operating system.</summary>
    PlatformUnsupported,

    /// <summary>No slot has the token.</summary>
    TokenAbsent,

    /// <summary>Several slots have a token that is described so.</summary>
    TokenAmbiguous,

    /// <summary>The token was never set up.</summary>
    TokenNotInitialised,

    /// <summary>Somebody else is logged in, in this process.</summary>
    TokenInUse,

    /// <summary>All sessions stayed in use for as long as may be waited.</summary>
    TokenBusy,

    /// <summary>The token has no session left for this process.</summary>
    SessionsExhausted,

    /// <summary>The token cannot be written to.</summary>
    TokenWriteProtected,

    /// <summary>The PIN is wrong, or was refused before and is not tried again by itself.</summary>
    PinIncorrect,

    /// <summary>There are no tries left.</summary>
    PinLocked,

    /// <summary>One try is left: it is for a person, not for a program.</summary>
    PinOnLastTry,

    /// <summary>The user has no PIN yet.</summary>
    PinNotSet,

    /// <summary>The PIN has to be changed before anything else.</summary>
    PinExpired,

    /// <summary>A PIN of this length, or made like this, is not taken.</summary>
    PinUnacceptable,

    /// <summary>There is no such key.</summary>
    KeyNotFound,

    /// <summary>Several keys are described so.</summary>
    KeyAmbiguous,

    /// <summary>There is such a key already.</summary>
    KeyAlreadyThere,

    /// <summary>The private key's public one is not on the token.</summary>
    PublicKeyMissing,

    /// <summary>The key is of another kind, or may not sign.</summary>
    KeyUnsuitable,

    /// <summary>The private key could be read in clear.</summary>
    KeyExposed,

    /// <summary>The token does not sign, or does not make keys, in the way that is needed.</summary>
    MechanismUnsupported,

    /// <summary>The token's signature does not verify; it was not released.</summary>
    SignatureWrong,

    /// <summary>The module's answer makes no sense.</summary>
    AnswerMalformed,

    /// <summary>The device or its module failed otherwise; <see cref="TokenRefusedException.ReturnValue"/> says how.</summary>
    DeviceFault,

    /// <summary>The description of a vendor's mechanisms cannot be used.</summary>
    VendorFileUnusable,
}
