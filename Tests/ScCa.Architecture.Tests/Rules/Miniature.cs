namespace ScCa.Architecture.Tests.Rules;

/// <summary>A domain of a few lines, to plant cases in.</summary>
internal static class Miniature
{
    private const string Foundation = """
        namespace ScCa.Domain
        {
            public abstract record Event<TState>(int At);
            public abstract record Command<TState>(int At);
            public abstract record LampEvent(int At) : Event<string>(At);
        }

        """;

    public static Codebase Domain(string source) => Codebase.Of(Assemble.Planted("ScCa.Domain", Foundation + source));

    public static string Event(string name) => $"public sealed record {name}(int At) : ScCa.Domain.LampEvent(At);";

    public static string Command(string name) => $"public sealed record {name}(int At) : ScCa.Domain.Command<string>(At);";
}
