using System.Collections.Immutable;

namespace ScCa.Application.Hall;

/// <summary>New (新办), as it is filled in. <paramref name="CommandId"/> is made with the form: sent twice, it is one application.</summary>
/// <param name="HolderName">The unit's name; for a person, the unit he belongs to, where the role asks for one.</param>
public sealed record ApplyForm(
    string CommandId, string Platform, string Role, string? HolderName, string? CreditCode, int TermYears, string HandlerName, string Phone, string? PostalAddress)
{
    /// <summary>The person's name, where the role is a person's.</summary>
    public string? PersonName { get; init; }

    /// <summary>The person's ID number.</summary>
    public string? IdNumber { get; init; }

    /// <summary>The region that the unit belongs to, where the platform asks for one.</summary>
    public string? Region { get; init; }

    public string Channel { get; init; } = "Online";

    public string HandledBy { get; init; } = "Handler";

    public string? Window { get; init; }

    /// <summary>The digests of the seal pictures, which were uploaded before.</summary>
    public ImmutableArray<string> SealPictures { get; init; } = [];
}
