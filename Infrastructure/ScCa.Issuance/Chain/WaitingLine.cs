namespace ScCa.Issuance.Chain;

/// <summary>A line on its way into a file.</summary>
internal sealed class WaitingLine(string content)
{
    public string Content => content;

    public TaskCompletionSource<ChainedLine> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It is durable, or could not be made so.</summary>
    public bool IsOver { get; set; }

    /// <summary>Null until it is durable.</summary>
    public ChainedLine? Line { get; set; }
}
