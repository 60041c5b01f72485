namespace ScCa.Console.CommandLine;

/// <summary>What the calling shell is told.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A rule refused, or something did not come out as expected.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong, or it must not be started like this.</summary>
    public const int WrongUse = 2;

    /// <summary>A defect, or the machine failed.</summary>
    public const int Failed = 3;

    /// <summary>Stopped from the keyboard, as shells count it: 128 + SIGINT.</summary>
    public const int Stopped = 130;
}
