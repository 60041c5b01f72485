using ScCa.Application.Help;

namespace ScCa.Console.Help;

/// <summary>What <c>scca diagnose --json</c> prints; texts in both languages, the most likely result first.</summary>
internal sealed record DiagnosisDocument(bool Found, bool OfAnotherPlatform, IReadOnlyList<ResultDocument> Results, ContactDocument ServiceLine)
{
    public static DiagnosisDocument From(HelpAnswer answer) => new(
        answer.Results.Length > 0, answer.IsOfAnotherPlatform, [.. answer.Results.Select(ResultDocument.From)], ContactDocument.From(answer.ServiceLine));
}

internal sealed record ResultDocument(
    string Entry, string Symptom, double Score, HelpText Title, IReadOnlyList<string> Platforms, IReadOnlyList<CauseDocument> Causes)
{
    public static ResultDocument From(HelpResult result) => new(
        result.Topic.Id,
        result.Topic.Symptom,
        Math.Round(result.Score, 3),
        result.Topic.Title,
        [.. result.Topic.Platforms.Select(p => p.Id)],
        [.. result.Causes.Select(CauseDocument.From)]);
}

/// <param name="Standing">Either <c>established</c> or <c>possible</c>.</param>
internal sealed record CauseDocument(string Cause, string? Check, string Standing, HelpText Text, HelpText Remedy, ContactDocument Contact)
{
    public static CauseDocument From(HelpCauseText cause) => new(
        cause.Id, cause.Check, cause.IsEstablished ? "established" : "possible", cause.Text, cause.Remedy, ContactDocument.From(cause.Contact));
}

internal sealed record ContactDocument(string Id, HelpText Name, HelpText Details)
{
    public static ContactDocument From(HelpContactText contact) => new(contact.Id, contact.Name, contact.Details);
}

/// <summary>What <c>--json</c> prints where a rule refuses.</summary>
internal sealed record DiagnosisRefused(string Rule, string Code, string Text);
