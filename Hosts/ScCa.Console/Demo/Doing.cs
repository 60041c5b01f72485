namespace ScCa.Console.Demo;

/// <summary>How an operation is asked for in a scene.</summary>
/// <param name="Operation">A name of the operations, New among them.</param>
internal sealed record Doing(string Operation)
{
    public string Channel { get; init; } = "Online";

    /// <summary>Whether a clerk takes it in, at a window or on the phone.</summary>
    public bool ByClerk { get; init; }

    public string HandledBy { get; init; } = "Handler";

    public string? Window { get; init; }

    /// <summary>Whether the present key is at hand (A6).</summary>
    public bool WithKey { get; init; } = Operation is not ("New" or "Reissue" or "Revoke");

    public int Years { get; init; } = 1;

    public int Seals { get; init; }

    public string? NewName { get; init; }

    public string? NewPersonName { get; init; }

    public string? Loss { get; init; }

    public string? Wish { get; init; }

    public static Doing AtWindow(string operation, string? window = null) => new(operation) { Channel = "Window", ByClerk = true, Window = window };
}
