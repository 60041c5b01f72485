namespace ScCa.Application.Ports;

/// <summary>What was asked for, or the code of the refusal (never free text: that could name a person).</summary>
public sealed record GatewayResult<T>(T? Value, string? ErrorCode) where T : class
{
    public bool IsDone => ErrorCode is null;
}
