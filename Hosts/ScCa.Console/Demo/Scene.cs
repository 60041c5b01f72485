using NodaTime;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>One step of a story.</summary>
/// <param name="Id">Its text stands under <c>demo.scenes.{Id}</c>, where it does not tell itself.</param>
/// <param name="By">Who acts; the word stands under <c>demo.by.{By}</c>.</param>
/// <param name="Act">What is done, as its actor would do it.</param>
/// <param name="Check">What must have come of it once the worker has been round.</param>
internal sealed record Scene(
    string Id, string By, string At, IReadOnlyList<string> Rules, Func<Findings, CancellationToken, Task> Act, Func<Findings, CancellationToken, Task> Check)
{
    public Instant Instant => ShanghaiTime.At(At);

    /// <summary>The operation that it walks, whether it is done or refused; null where it walks none.</summary>
    public string? Operation { get; init; }

    /// <summary>Whether the operation comes to its end in it.</summary>
    public bool Completes { get; init; }

    /// <summary>Its text, from what it found; null where its text is under its id.</summary>
    public Func<Speech, Findings, string>? Tell { get; init; }

    public static Func<Findings, CancellationToken, Task> NothingMore { get; } = (_, _) => Task.CompletedTask;
}
