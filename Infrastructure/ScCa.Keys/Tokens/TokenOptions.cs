namespace ScCa.Keys.Tokens;

/// <summary>Which token, through which module, and how it is used.</summary>
public sealed record TokenOptions
{
    /// <summary>The PKCS#11 library, such as <c>/usr/lib/softhsm/libsofthsm2.so</c>.</summary>
    public required string ModuleFile { get; init; }

    /// <summary>The token's label; with <see cref="Serial"/> both must fit.</summary>
    public string? Label { get; init; }

    /// <summary>The token's serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>
    /// Gives the user's PIN when it is needed; it is wiped right after. A PIN that the token refused is not tried again by itself, however often it is given.
    /// </summary>
    public required Func<Password> Pin { get; init; }

    /// <summary>At most so many sessions at once, and so many signatures.</summary>
    public int SessionsMax { get; init; } = 8;

    /// <summary>For how long an operation waits for others.</summary>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How the token's maker lets it sign with SM2; null: it does not.</summary>
    public Sm2Mechanisms? Sm2 { get; init; }
}
