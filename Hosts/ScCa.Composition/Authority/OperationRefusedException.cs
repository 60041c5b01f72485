namespace ScCa.Composition.Authority;

/// <summary>Why something was not done, in both languages, with what to do next.</summary>
/// <param name="Code">Names the refusal as a full statement.</param>
/// <param name="Place">Which file, or which part of one; null where the texts say it.</param>
public sealed record OperationRefusal(string Code, string ZhCn, string En, string? Place = null);

/// <summary>An operation on the authority's files that must not be done as it was asked for, or whose input is not what it must be.</summary>
public sealed class OperationRefusedException : Exception
{
    internal OperationRefusedException(OperationRefusal refusal, Exception? inner = null)
        : base($"{refusal.Code}: {refusal.En}", inner) => Refusal = refusal;

    public OperationRefusal Refusal { get; }
}
