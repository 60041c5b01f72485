namespace ScCa.Worker;

/// <summary>What the calling shell or service manager is told.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command line is wrong, or it must not be started like this: starting it again changes nothing.</summary>
    public const int WrongUse = 2;

    /// <summary>A defect, or the machine failed: starting it again may help.</summary>
    public const int Failed = 3;
}
