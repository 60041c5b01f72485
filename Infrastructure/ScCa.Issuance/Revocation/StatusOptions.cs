using NodaTime;

namespace ScCa.Issuance.Revocation;

/// <summary>How long what is said about status holds.</summary>
public sealed record StatusOptions
{
    /// <summary>From one whole list to the next.</summary>
    public Duration ListEvery { get; init; } = Duration.FromHours(24);

    /// <summary>From one delta to the next.</summary>
    public Duration DeltaEvery { get; init; } = Duration.FromHours(1);

    /// <summary>How much longer a list holds than until the next is due: for a night on which none could be issued.</summary>
    public Duration ListSlack { get; init; } = Duration.FromHours(24);

    /// <summary>How long an answer may be kept by whoever asked.</summary>
    public Duration AnswerHolds { get; init; } = Duration.FromHours(1);

    /// <summary>How many answers without a nonce are kept to be given again.</summary>
    public int AnswersKept { get; init; } = 10_000;
}
