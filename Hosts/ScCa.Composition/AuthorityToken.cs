namespace ScCa.Composition;

/// <summary>The real authority whose key lies in a PKCS#11 token: its certificate, the token's module, and the file that the user's PIN is read from.</summary>
public sealed record AuthorityToken(string CertificateFile, string ModuleFile, string PinFile)
{
    /// <summary>The token's label; with <see cref="Serial"/> both must fit, and one of them is there.</summary>
    public string? Label { get; init; }

    /// <summary>The token's serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>The key's label (CKA_LABEL); with <see cref="KeyId"/> both must fit, and one of them is there.</summary>
    public string? KeyLabel { get; init; }

    /// <summary>The key's id (CKA_ID), hexadecimal.</summary>
    public string? KeyId { get; init; }

    /// <summary>How the token's maker lets it sign with SM2: a JSON file.</summary>
    public string? MakerFile { get; init; }

    /// <summary>At most so many signatures at once; null: as the token is made.</summary>
    public int? SessionsMax { get; init; }

    /// <summary>For how long a signature waits for others; null: as the token is made.</summary>
    public int? WaitSeconds { get; init; }
}
