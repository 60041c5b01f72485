using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>A name as a row keeps it: a unit's in clear; one that may be a person's sealed, until someone who may reads it (A10).</summary>
public sealed record ShownName(string? Clear, string Field, SubjectId? Subject, SealedText? Sealed)
{
    /// <summary>What stands where a name was erased, or has not been opened.</summary>
    public const string Hidden = "***";

    public string Text => Clear ?? Hidden;

    public static ShownName Of(Holder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return holder.NaturalPerson is { } person
            ? new(null, SealedField.HolderName, person.Subject, person.Name)
            : new(holder.Unit?.Name.Value, SealedField.HolderName, null, null);
    }

    public static ShownName Of(Payer payer)
    {
        ArgumentNullException.ThrowIfNull(payer);
        return new(null, SealedField.PayerName, payer.Subject, payer.Name);
    }
}
