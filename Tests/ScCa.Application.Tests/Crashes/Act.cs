using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Something that people do, the same in every world: all that is chosen about it was chosen before.</summary>
internal sealed record Act(string Name, Func<Process, Task> Do)
{
    /// <summary>The certificate whose life it begins.</summary>
    public string? Begins { get; init; }
}

/// <summary>An act that makes sense as things stand.</summary>
/// <param name="Weight">How often it is picked among the others.</param>
internal sealed record Offer(int Weight, string Name, Func<Choices, Act> Choose);
