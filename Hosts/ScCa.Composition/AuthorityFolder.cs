namespace ScCa.Composition;

/// <summary>A ceremony's folder: every certificate and key of the hierarchy but the root's key, and the file that the keys' password is read from.</summary>
public sealed record AuthorityFolder(string Folder, string PasswordFile)
{
    /// <summary>Under which policy timestamps are given; without it none are.</summary>
    public string? TimestampPolicy { get; init; }

    /// <summary>Whom the machine's clock is compared with: timestamps need two clocks that agree.</summary>
    public IReadOnlyList<string> TimeServers { get; init; } = [];
}
