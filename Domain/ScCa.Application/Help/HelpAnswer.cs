using System.Collections.Immutable;
using ScCa.Application.Texts;
using ScCa.Domain.Help;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Help;

/// <summary>A text of the help in the two languages.</summary>
public sealed record HelpText(string ZhCn, string En)
{
    public string In(Language language) => language == Language.ZhCn ? ZhCn : En;

    internal static HelpText Of(LocalizedText text) => new(text.ZhCn, text.En);
}

/// <summary>Whom to ask, and how.</summary>
public sealed record HelpContactText(string Id, HelpText Name, HelpText Details)
{
    internal static HelpContactText Of(HelpContact contact) => new(contact.Id, HelpText.Of(contact.Name), HelpText.Of(contact.Details));
}

/// <summary>A platform that help can be asked about.</summary>
public sealed record HelpPlatformName(string Id, HelpText Name)
{
    internal static HelpPlatformName Of(HelpPlatform platform) => new(platform.Id.Value, HelpText.Of(platform.Name));
}

/// <summary>A message that help is known for.</summary>
/// <param name="Platforms">Where it is met; none means everywhere.</param>
public sealed record HelpTopic(string Id, string Symptom, HelpText Title, ImmutableArray<HelpPlatformName> Platforms);

/// <summary>One cause, with its remedy.</summary>
/// <param name="Check">What the system can look at to see whether this is it; null where only the person can.</param>
/// <param name="IsEstablished">Proven by the certificate's own state; else it is merely possible.</param>
public sealed record HelpCauseText(string Id, string? Check, bool IsEstablished, HelpText Text, HelpText Remedy, HelpContactText Contact);

/// <summary>A check that the person before the screen can make.</summary>
/// <param name="Answer">One of the names of <see cref="CheckAnswer"/>; null where it was not answered.</param>
public sealed record HelpQuestion(string Check, HelpText Ask, string? Answer);

/// <summary>A message that the text speaks of, and what is behind it.</summary>
/// <param name="Score">1 where the text is the message, and less the further it is from it.</param>
/// <param name="Causes">None where the certificate's state excludes them all.</param>
public sealed record HelpResult(HelpTopic Topic, double Score, ImmutableArray<HelpCauseText> Causes)
{
    /// <summary>What was asked about this message and answered, in the order of its causes.</summary>
    public ImmutableArray<HelpQuestion> Answered { get; init; } = [];

    /// <summary>What to look at next; null where a cause is established, or nothing is left to ask.</summary>
    public HelpQuestion? Next { get; init; }
}

/// <summary>What help there is for a text.</summary>
/// <param name="Results">The most likely first; none where it is not known.</param>
/// <param name="IsOfAnotherPlatform">Nothing was found on the platform that was named, and this was elsewhere.</param>
/// <param name="CertificateNotRead">Why the certificate that was named could not be looked at.</param>
public sealed record HelpAnswer(
    ImmutableArray<HelpResult> Results, bool IsOfAnotherPlatform, HelpContactText ServiceLine, RefusalText? CertificateNotRead);
