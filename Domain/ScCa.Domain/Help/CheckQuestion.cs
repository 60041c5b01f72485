using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>What a yes to a question says about the cause that it asks after; a no says the opposite.</summary>
public enum YesMeans
{
    ThisIsIt,
    ThisIsNotIt,
}

/// <summary>What the person before the screen is asked to look at, where only the key, the seal, the computer or the platform could tell.</summary>
public sealed record CheckQuestion(CauseCheck Check, LocalizedText Ask, YesMeans Yes);

/// <summary>What he has answered; unsure decides nothing and is not asked again.</summary>
public enum CheckAnswer
{
    Yes,
    No,
    Unsure,
}
