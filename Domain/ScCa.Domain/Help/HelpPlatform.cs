using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>A platform that messages are met on, whether or not it has a policy yet.</summary>
public sealed record HelpPlatform(PlatformId Id, LocalizedText Name);
