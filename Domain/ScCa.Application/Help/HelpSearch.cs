using System.Collections.Immutable;
using System.Text.Json;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Domain.Help;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Help;

/// <summary>Finds help by the message alone.</summary>
public sealed class HelpSearch(HelpCatalogue catalogue, TextCatalog texts)
{
    /// <summary>The platforms that help can be asked about.</summary>
    public ImmutableArray<HelpPlatformName> Platforms { get; } = [.. catalogue.Platforms.Select(HelpPlatformName.Of)];

    /// <summary>Every message that help is known for.</summary>
    public ImmutableArray<HelpTopic> Topics() => [.. catalogue.Entries.Select(Topic)];

    /// <param name="platform">Where the message was met, if that is known.</param>
    /// <param name="answers">What the person has said when he was asked to look.</param>
    public Outcome<HelpAnswer> Search(string message, string? platform, HelpAnswers? answers = null) =>
        Search(message, platform, CertificateFacts.Unknown, null, answers);

    internal Outcome<HelpAnswer> Search(
        string message, string? platform, CertificateFacts facts, RefusalText? certificateNotRead, HelpAnswers? answers = null)
    {
        answers ??= HelpAnswers.None;
        var told = answers.Told(catalogue);
        var metOn = catalogue.Platforms.FirstOrDefault(p => p.Id.Value == platform)?.Id;
        if (metOn is null && !string.IsNullOrEmpty(platform))
            return RefusalText.From(RefuseInput.ChoiceUnknown("platform"), texts);
        var found = catalogue.Find(message, metOn);
        // Who names the wrong platform still quotes the right message.
        var isElsewhere = found.IsEmpty && metOn is not null;
        if (isElsewhere)
            (found, metOn) = (catalogue.Find(message, null), null);
        return new HelpAnswer(
            [.. found.Select(match => Result(match, Diagnosis.Of(match.Entry, facts, metOn, told), answers, metOn ?? facts.Platform))],
            isElsewhere && !found.IsEmpty,
            HelpContactText.Of(catalogue.ServiceLine),
            certificateNotRead);
    }

    private HelpResult Result(HelpMatch match, Diagnosis diagnosis, HelpAnswers answers, PlatformId? metOn)
    {
        var asked = match.Entry.Causes.Where(cause => metOn is null || cause.IsPossibleOn(metOn)).Select(c => c.Check).OfType<CauseCheck>().Distinct().ToList();
        var left = diagnosis.Causes.Select(c => c.Cause.Check).ToList();
        var isEstablished = diagnosis.Causes.Any(c => c.IsEstablished);
        return new HelpResult(
            Topic(match.Entry) with { Symptom = match.Symptom }, match.Score, [.. diagnosis.Causes.Select(Cause)])
        {
            Answered = [.. asked.Where(c => answers.To(c) is not null).Select(c => Question(c, answers)).OfType<HelpQuestion>()],
            Next = isEstablished ? null : asked.Where(c => left.Contains(c) && answers.To(c) is null).Select(c => Question(c, answers)).OfType<HelpQuestion>().FirstOrDefault(),
        };
    }

    private HelpQuestion? Question(CauseCheck check, HelpAnswers answers) =>
        catalogue.Question(check) is { } question ? new HelpQuestion(check.ToString(), HelpText.Of(question.Ask), answers.To(check)?.ToString()) : null;

    private HelpCauseText Cause(DiagnosedCause diagnosed) => new(
        diagnosed.Cause.Id,
        diagnosed.Cause.Check is { } check ? JsonNamingPolicy.KebabCaseLower.ConvertName(check.ToString()) : null,
        diagnosed.IsEstablished,
        HelpText.Of(diagnosed.Cause.Text),
        HelpText.Of(diagnosed.Cause.Remedy),
        HelpContactText.Of(catalogue.Contact(diagnosed.Cause.Contact)));

    private HelpTopic Topic(HelpEntry entry) => new(
        entry.Id, entry.Symptoms[0], HelpText.Of(entry.Title), [.. Platforms.Where(p => entry.Platforms?.Any(id => id.Value == p.Id) is true)]);
}
