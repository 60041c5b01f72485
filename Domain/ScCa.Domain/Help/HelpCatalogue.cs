using System.Collections.Immutable;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>Every message that help is known for, found by a text that quotes it, in whole or in part, well or badly.</summary>
public sealed class HelpCatalogue
{
    /// <summary>Below this a text speaks of no entry. Half of a four-character message is no message; three characters of it are.</summary>
    public const double ScoreMin = 0.55;

    private const int MatchesMax = 5;
    private const int TextMax = 400;
    private const int TextMin = 2;

    // What has much less of the text than the best has it by chance.
    private const double ShareOfBestMin = 0.6;

    private readonly LookAlikes lookAlikes;
    private readonly ImmutableArray<(HelpEntry Entry, string Symptom, string Folded)> symptoms;

    public HelpCatalogue(
        ImmutableArray<HelpPlatform> platforms, ImmutableArray<HelpContact> contacts, string serviceLine, ImmutableArray<HelpEntry> entries, LookAlikes lookAlikes,
        ImmutableArray<CheckQuestion> questions)
    {
        this.lookAlikes = lookAlikes;
        Platforms = platforms;
        Contacts = contacts;
        ServiceLine = Contact(serviceLine);
        Entries = entries;
        Questions = questions;
        symptoms = [.. entries.SelectMany(entry => entry.Symptoms.Select(symptom => (entry, symptom, lookAlikes.Fold(symptom))))];
    }

    public ImmutableArray<HelpPlatform> Platforms { get; }

    public ImmutableArray<HelpContact> Contacts { get; }

    /// <summary>Whom to ask where nothing is found.</summary>
    public HelpContact ServiceLine { get; }

    public ImmutableArray<HelpEntry> Entries { get; }

    /// <summary>What can be asked, one question for each check at most.</summary>
    public ImmutableArray<CheckQuestion> Questions { get; }

    public CheckQuestion? Question(CauseCheck check) => Questions.FirstOrDefault(question => question.Check == check);

    public HelpContact Contact(string id) => Contacts.First(contact => contact.Id == id);

    /// <summary>The entries that the text speaks of, the most likely first; none where it speaks of none. Only the beginning of a very long text is read.</summary>
    public ImmutableArray<HelpMatch> Find(string text, PlatformId? platform)
    {
        var folded = lookAlikes.Fold(text, TextMax);
        if (folded.Length < TextMin)
            return [];
        var found = new (int Strength, double Score)[symptoms.Length];
        var best = 0;
        for (var i = 0; i < found.Length; i++)
        {
            if (platform is not null && !symptoms[i].Entry.IsMetOn(platform))
                continue;
            found[i] = Compare(folded, symptoms[i].Folded);
            if (found[i].Score >= ScoreMin)
                best = Math.Max(best, found[i].Strength);
        }

        return
        [
            .. symptoms.Select((symptom, i) => (symptom.Entry, symptom.Symptom, found[i].Strength, found[i].Score))
                .Where(f => f.Score >= ScoreMin && f.Strength >= ShareOfBestMin * best)
                // Most of the text first; among equals what is nearest to complete. The sort is stable: the catalogue's order decides the rest.
                .OrderByDescending(f => f.Strength).ThenByDescending(f => f.Score)
                .DistinctBy(f => f.Entry.Id)
                .Take(MatchesMax)
                .Select(f => new HelpMatch(f.Entry, f.Symptom, f.Score)),
        ];
    }

    private static (int Strength, double Score) Compare(string text, string symptom)
    {
        var strength = SymptomAlignment.Strength(text, symptom);
        return (strength, SymptomAlignment.Score(strength, text.Length, symptom.Length));
    }
}
