namespace ScCa.Console.Demo;

/// <summary>What an operation must come to.</summary>
/// <param name="Charge">In yuan.</param>
/// <param name="Path">The events of the application in their order, without what their names have in common.</param>
internal sealed record Expected(string Charge, string Path)
{
    /// <summary>The last date of the generation on the key.</summary>
    public string? NotAfter { get; init; }

    /// <summary>The generation on the key.</summary>
    public int? Generation { get; init; }

    /// <summary>The standing seals as number and end, such as <c>2 2026-11-20</c>; empty for none.</summary>
    public string? Seals { get; init; }

    public string? ReviewBy { get; init; }

    public string? PostBy { get; init; }

    public string? InvoiceBy { get; init; }

    public string Standing { get; init; } = ScCa.Application.Views.Standing.Done;
}
