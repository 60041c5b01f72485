using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Invoices;

/// <summary>The electronic invoice of one application (电子发票), from its promise on.</summary>
/// <param name="Number">The tax system's number; null until it is issued.</param>
/// <param name="Reversal">The number of the red-letter invoice that took it back; null while it stands.</param>
public sealed record Invoice(int Application, Money Amount, PromisedDate By, string? Number, string? Reversal)
{
    public bool IsIssued => Number is not null && Reversal is null;

    /// <summary>That it is to be taken back; null where nobody has asked for that, and once it is done.</summary>
    public ReversalRequest? Reversing { get; init; }

    /// <summary>How often the platform was asked to take it back: each attempt has a number of its own there.</summary>
    public int ReversalAttempts { get; init; }
}

/// <param name="By">Who in finance decided it; null where it follows from a refund.</param>
/// <param name="Failure">The platform's code, where the latest attempt has failed.</param>
public sealed record ReversalRequest(string Reason, StaffId? By, string? Failure);
