using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>Somebody who can be asked, and how.</summary>
public sealed record HelpContact(string Id, LocalizedText Name, LocalizedText Details);
