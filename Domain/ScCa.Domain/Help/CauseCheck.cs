namespace ScCa.Domain.Help;

/// <summary>
/// What the system can look at to see whether a cause is the one. <see cref="Diagnosis"/> decides those that a certificate's own state answers; the others
/// are questions to the key, the seal, the computer or the platform.
/// </summary>
public enum CauseCheck
{
    /// <summary>The certificate on the key is past its notAfter.</summary>
    CertificateExpired,

    /// <summary>The message speaks of an expired certificate, and the certificate on the key is not.</summary>
    ExpiredInAnotherContainer,

    /// <summary>An application is under way, and the phone that asks can see it.</summary>
    ApplicationOpen,

    /// <summary>An application is under way, and was made under another phone (A1).</summary>
    ApplicationUnderAnotherPhone,

    /// <summary>A renewal is granted and not yet written to the key (C5).</summary>
    GrantWaiting,

    /// <summary>The certificate has so few days left that it can be renewed (C3).</summary>
    RenewalOpen,

    SeveralContainers,
    SealMissing,
    SealNotUpgraded,
    SealExpired,
    NameDiffers,
    NotBound,
    BoundToAnotherKey,
    WrongEntry,
    AccountNotRegistered,
    TokenMissing,
    KeyNotRead,
    PinInitial,
    PinLocked,
    SignatureTest,
    AssistantMissing,
    AssistantOutdated,
    ClientMissing,
    DriverMissing,
    DriverEnvironment,
    BrowserUnsupported,
}
