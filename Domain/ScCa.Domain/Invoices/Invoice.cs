using ScCa.Domain.Platforms;

namespace ScCa.Domain.Invoices;

/// <summary>The electronic invoice of one application (电子发票), from its promise on.</summary>
/// <param name="Number">The tax system's number; null until it is issued.</param>
/// <param name="Reversal">The number of the red-letter invoice that took it back; null while it stands.</param>
public sealed record Invoice(int Application, Money Amount, PromisedDate By, string? Number, string? Reversal)
{
    public bool IsIssued => Number is not null && Reversal is null;
}
