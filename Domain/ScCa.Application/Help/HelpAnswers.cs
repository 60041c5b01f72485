using System.Collections.Immutable;
using ScCa.Domain.Help;

namespace ScCa.Application.Help;

/// <summary>What a person has answered to questions of help, check by check; of two answers to one check the later counts.</summary>
public sealed class HelpAnswers
{
    private const char Divider = '.';
    private const int AnswersMax = 50;

    private readonly ImmutableDictionary<CauseCheck, CheckAnswer> given;

    private HelpAnswers(ImmutableDictionary<CauseCheck, CheckAnswer> given) => this.given = given;

    public static HelpAnswers None { get; } = new(ImmutableDictionary<CauseCheck, CheckAnswer>.Empty);

    /// <summary>An answer as a text, as <see cref="Read"/> takes it.</summary>
    public static string Text(string check, string answer) => $"{check}{Divider}{answer}";

    /// <summary>Texts such as <c>TokenMissing.No</c>. They come from a page's address, where anything may stand: what is no answer says nothing.</summary>
    public static HelpAnswers Read(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var given = ImmutableDictionary.CreateBuilder<CauseCheck, CheckAnswer>();
        foreach (var text in texts.Take(AnswersMax))
        {
            if (text?.Split(Divider) is [var check, var answer] && Named<CauseCheck>(check) is { } known && Named<CheckAnswer>(answer) is { } said)
                given[known] = said;
        }

        return new HelpAnswers(given.ToImmutable());
    }

    internal CheckAnswer? To(CauseCheck check) => given.TryGetValue(check, out var answer) ? answer : null;

    // What each answered check comes to.
    internal IReadOnlyDictionary<CauseCheck, bool> Told(HelpCatalogue catalogue) => given
        .Where(g => g.Value != CheckAnswer.Unsure && catalogue.Question(g.Key) is not null)
        .ToDictionary(g => g.Key, g => (g.Value == CheckAnswer.Yes) == (catalogue.Question(g.Key)!.Yes == YesMeans.ThisIsIt));

    // By its name only: a number names nothing.
    private static T? Named<T>(string text) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text) : null;
}
