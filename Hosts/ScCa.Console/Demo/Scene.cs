using NodaTime;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>One step of the life that is shown.</summary>
/// <param name="Id">Its text stands under <c>demo.scenes.{Id}</c>.</param>
/// <param name="By">Who acts; the word stands under <c>demo.by.{By}</c>.</param>
/// <param name="Act">What is done, as its actor would do it.</param>
/// <param name="Check">What must have come of it once the worker has been round.</param>
internal sealed record Scene(
    string Id, string By, string At, IReadOnlyList<string> Rules, Func<Findings, CancellationToken, Task> Act, Func<Findings, CancellationToken, Task> Check)
{
    public Instant Instant => ShanghaiTime.At(At);
}
