namespace ScCa.Console.Demo;

/// <summary>Somebody invented who holds a certificate, with all that he types in.</summary>
/// <param name="Unit">The unit, or the one that the person belongs to.</param>
/// <param name="Payer">The name of the account that pays for him (P1).</param>
internal sealed record DemoHolder(string Platform, string Role, string? Unit, string? CreditCode, string Handler, string Phone, string Payer)
{
    public string? Person { get; init; }

    public string? IdNumber { get; init; }

    public string PostalAddress { get; init; } = DemoCast.PostalAddress;

    /// <summary>What may be shown of him: a unit's name is no personal data, a person's is.</summary>
    public string Shown => Person is null ? Unit! : Role;
}
