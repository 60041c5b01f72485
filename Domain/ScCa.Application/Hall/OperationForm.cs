using System.Collections.Immutable;

namespace ScCa.Application.Hall;

/// <summary>Any operation on a certificate that is there, as it is filled in; an operation reads what it needs.</summary>
/// <param name="Operation">One of the names of <see cref="Domain.Platforms.Operation"/>, New excepted.</param>
public sealed record OperationForm(string CommandId, string Certificate, string Operation, string HandlerName, string Phone)
{
    /// <summary>The names of the operations that have such a form.</summary>
    public static ImmutableArray<string> Operations { get; } =
        [.. Enum.GetNames<Domain.Platforms.Operation>().Where(name => name != nameof(Domain.Platforms.Operation.New))];

    public string Channel { get; init; } = "Online";

    public string HandledBy { get; init; } = "Handler";

    public string? Window { get; init; }

    /// <summary>Renew: for how long.</summary>
    public int TermYears { get; init; } = 1;

    /// <summary>Change: the unit's new name; the old one where it stays.</summary>
    public string? HolderName { get; init; }

    /// <summary>Change: the unit's new code; the old one where it stays.</summary>
    public string? CreditCode { get; init; }

    /// <summary>Change: the person's new name.</summary>
    public string? PersonName { get; init; }

    /// <summary>Reissue: what became of the key.</summary>
    public string? Loss { get; init; }

    /// <summary>Revoke: why.</summary>
    public string? Wish { get; init; }

    /// <summary>SealApply: the digests of the pictures, which were uploaded before.</summary>
    public ImmutableArray<string> SealPictures { get; init; } = [];

    /// <summary>The challenge that the present key has signed, where the operation needs it (A6).</summary>
    public string? Challenge { get; init; }

    public ReadOnlyMemory<byte> Signature { get; init; }
}
