using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ScCa.Architecture.Tests.Rules;

/// <summary>Names that say that something has happened: … ended by a past participle, which a particle may follow.</summary>
internal static partial class PastTense
{
    // The participles of the business that do not end in -ed.
    private static readonly ImmutableArray<string> Irregular =
    [
        "Sent", "Paid", "Made", "Given", "Taken", "Withdrawn", "Written", "Bound", "Kept", "Held", "Lost", "Found", "Begun", "Chosen", "Drawn", "Put", "Set", "Built", "Unbound",
        "Overtaken", "Resent",
    ];

    private static readonly ImmutableArray<string> Particles = ["Up", "For", "In", "Out", "Off", "Down", "Back", "On", "To", "Over"];

    // Words that end in -ed and are no participles.
    private static readonly ImmutableArray<string> Lookalikes = ["Need", "Feed", "Seed", "Speed", "Exceed", "Proceed", "Embed", "Shred", "Bed"];

    public static bool Is(string name)
    {
        string[] words = [.. Words().Matches(name).Select(m => m.Value)];
        var last = words.Length - 1;
        if (last > 0 && Particles.Contains(words[last]))
            last--;
        return last >= 0 && IsParticiple(words[last]);
    }

    public static bool StartsWithParticiple(string name) => Words().Match(name) is { Success: true } first && IsParticiple(first.Value);

    private static bool IsParticiple(string word) =>
        (word.EndsWith("ed", StringComparison.Ordinal) && !Lookalikes.Contains(word)) || Irregular.Contains(word);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}

internal sealed class EventsSpeakOfThePast : IRule
{
    public string Sentence => "An event is named in the past tense.";

    public IEnumerable<Plant> Plants =>
    [
        Case("RenewCertificate", "RenewalGranted"),
        Case("MessageSending", "MessageSent"),
        Case("MessageGiveUp", "MessageGivenUp"),
        Case("CertificateApplication", "CertificateAppliedFor"),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from assembly in code.Assemblies
        from type in assembly.Written()
        where !type.IsAbstract && type.DerivesFrom(Types.Event) && !PastTense.Is(type.PlainName())
        select $"{type.Where()}: an event has happened, and its name does not say so";

    private static Plant Case(string violation, string twin) => new(violation, Miniature.Domain(Miniature.Event(violation)), Miniature.Domain(Miniature.Event(twin)));
}
