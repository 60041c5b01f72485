namespace ScCa.Domain.Help;

/// <summary>An entry that a text speaks of, and the wording of it that comes closest.</summary>
/// <param name="Score">From <see cref="HelpCatalogue.ScoreMin"/> to 1.</param>
public sealed record HelpMatch(HelpEntry Entry, string Symptom, double Score);
