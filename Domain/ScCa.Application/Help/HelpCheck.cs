using System.Collections.Immutable;
using ScCa.Domain.Help;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Help;

/// <summary>What help data must hold to be shown, beyond its form. It remembers the entries it has seen: an id and a wording stand in one of them only.</summary>
internal sealed class HelpCheck(ContactBook contacts, LookAlikes lookAlikes)
{
    // Shorter ones would stand in too many texts.
    private const int SymptomMin = 4;

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> entryOf = new(StringComparer.Ordinal);

    public static void Contacts(string file, ContactBook book)
    {
        Require(book.Contacts.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count() == book.Contacts.Length, file, "$.contacts", "a contact stands here twice.");
        Require(book.Platforms.Select(p => p.Id).Distinct().Count() == book.Platforms.Length, file, "$.platforms", "a platform stands here twice.");
        Require(book.Contacts.Any(c => c.Id == book.ServiceLine), file, "$.serviceLine", $"there is no contact '{book.ServiceLine}'.");
        for (var i = 0; i < book.Contacts.Length; i++)
        {
            InBothLanguages(book.Contacts[i].Name, file, $"$.contacts[{i}].name");
            InBothLanguages(book.Contacts[i].Details, file, $"$.contacts[{i}].details");
        }

        for (var i = 0; i < book.Platforms.Length; i++)
            InBothLanguages(book.Platforms[i].Name, file, $"$.platforms[{i}].name");
    }

    public static void LookAlikes(string file, ImmutableArray<string> groups)
    {
        var seen = new HashSet<char>();
        for (var i = 0; i < groups.Length; i++)
        {
            Require(groups[i].Length > 1, file, $"$.groups[{i}]", "a character alone looks like nothing else.");
            foreach (var c in groups[i])
            {
                Require(char.IsLetterOrDigit(c) && Domain.Help.LookAlikes.Plain(c) == c, file, $"$.groups[{i}]", $"'{c}' is not a letter or digit, in lower case and half width.");
                Require(seen.Add(c), file, $"$.groups[{i}]", $"'{c}' stands here twice.");
            }
        }
    }

    /// <summary>Every check that a cause names is answered by a certificate's state or by one question, and by one of them only.</summary>
    public static void Questions(string file, ImmutableArray<CheckQuestion> questions, ImmutableArray<HelpEntry> entries)
    {
        var asked = new HashSet<CauseCheck>();
        for (var i = 0; i < questions.Length; i++)
        {
            Require(asked.Add(questions[i].Check), file, $"$[{i}].check", "there is another question for it.");
            Require(!Diagnosis.IsAnsweredByState(questions[i].Check), file, $"$[{i}].check", "the certificate's state answers it.");
            InBothLanguages(questions[i].Ask, file, $"$[{i}].ask");
        }

        foreach (var check in entries.SelectMany(e => e.Causes).Select(c => c.Check).OfType<CauseCheck>())
            Require(asked.Contains(check) || Diagnosis.IsAnsweredByState(check), file, "$", $"nothing asks for '{check}'.");
    }

    public ImmutableArray<HelpEntry> Checked(string file, ImmutableArray<HelpEntry> entries)
    {
        for (var i = 0; i < entries.Length; i++)
            CheckEntry(file, $"$[{i}]", entries[i]);
        return entries;
    }

    private void CheckEntry(string file, string path, HelpEntry entry)
    {
        Require(ids.Add(entry.Id), file, $"{path}.id", $"there is another entry '{entry.Id}'.");
        Require(entry.Symptoms.Length > 0, file, $"{path}.symptoms", "at least one is needed.");
        for (var i = 0; i < entry.Symptoms.Length; i++)
            CheckSymptom(file, $"{path}.symptoms[{i}]", entry, entry.Symptoms[i]);
        CheckPlatforms(file, $"{path}.platforms", entry.Platforms);
        InBothLanguages(entry.Title, file, $"{path}.title");
        Require(entry.Causes.Length > 0, file, $"{path}.causes", "at least one is needed.");
        for (var i = 0; i < entry.Causes.Length; i++)
            CheckCause(file, $"{path}.causes[{i}]", entry, entry.Causes[i]);
    }

    private void CheckSymptom(string file, string path, HelpEntry entry, string symptom)
    {
        var folded = lookAlikes.Fold(symptom);
        Require(folded.Length >= SymptomMin, file, path, $"at least {SymptomMin} letters or digits are needed.");
        Require(entryOf.TryAdd(folded, entry.Id), file, path, $"it reads like one of '{entryOf.GetValueOrDefault(folded)}'.");
    }

    private void CheckCause(string file, string path, HelpEntry entry, HelpCause cause)
    {
        Require(entry.Causes.Count(c => c.Id == cause.Id) == 1, file, $"{path}.id", "this cause stands here twice.");
        CheckPlatforms(file, $"{path}.platforms", cause.Platforms);
        foreach (var platform in cause.Platforms ?? [])
            Require(entry.IsMetOn(platform), file, $"{path}.platforms", $"the message is not met on '{platform}'.");
        InBothLanguages(cause.Text, file, $"{path}.text");
        InBothLanguages(cause.Remedy, file, $"{path}.remedy");
        Require(contacts.Contacts.Any(c => c.Id == cause.Contact), file, $"{path}.contact", $"there is no contact '{cause.Contact}'.");
    }

    private void CheckPlatforms(string file, string path, ImmutableArray<PlatformId>? named)
    {
        if (named is not { } platforms)
            return;
        Require(platforms.Length > 0, file, path, "name a platform, or null for all.");
        foreach (var platform in platforms)
            Require(contacts.Platforms.Any(p => p.Id == platform), file, path, $"there is no platform '{platform}'.");
    }

    private static void InBothLanguages(LocalizedText text, string file, string path)
    {
        Require(!string.IsNullOrWhiteSpace(text.ZhCn), file, $"{path}.zhCn", "a text is needed.");
        Require(!string.IsNullOrWhiteSpace(text.En), file, $"{path}.en", "a text is needed.");
    }

    private static void Require(bool holds, string file, string path, string reason)
    {
        if (!holds)
            throw new HelpInvalidException(file, path, reason);
    }
}
