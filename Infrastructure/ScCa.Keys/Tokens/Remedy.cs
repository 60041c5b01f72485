using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>What is done about an answer before the operation is tried again; each at most once per operation.</summary>
[Flags]
internal enum Remedy
{
    None = 0,

    /// <summary>Another session: the failed one is closed anyway.</summary>
    AnotherSession = 1,

    /// <summary>Log in: somebody logged this process out.</summary>
    LogIn = 2,

    /// <summary>Search for the key: its handle is no longer known.</summary>
    FindKey = 4,

    /// <summary>Find the token: it was taken out, or its sessions were closed.</summary>
    FindToken = 8,

    /// <summary>Initialise the module: somebody finalised it.</summary>
    Initialise = 16,
}

/// <summary>Which answer has which remedy. What is not here is told to whoever asked: trying again could do something twice, or use up a PIN's tries.</summary>
internal static class RemedyBook
{
    public static Remedy For(CkRv value) => value switch
    {
        CkRv.CKR_OPERATION_ACTIVE or CkRv.CKR_OPERATION_NOT_INITIALIZED => Remedy.AnotherSession,
        CkRv.CKR_USER_NOT_LOGGED_IN => Remedy.LogIn,
        CkRv.CKR_KEY_HANDLE_INVALID or CkRv.CKR_OBJECT_HANDLE_INVALID => Remedy.FindKey,
        CkRv.CKR_SESSION_HANDLE_INVALID or CkRv.CKR_SESSION_CLOSED or CkRv.CKR_DEVICE_REMOVED or CkRv.CKR_TOKEN_NOT_PRESENT
            or CkRv.CKR_TOKEN_NOT_RECOGNIZED or CkRv.CKR_SLOT_ID_INVALID => Remedy.FindToken,
        CkRv.CKR_CRYPTOKI_NOT_INITIALIZED => Remedy.Initialise,
        _ => Remedy.None,
    };
}
