using ScCa.Domain.Payments;
using ScCa.Domain.People;

namespace ScCa.Gateways.Bank;

/// <summary>A payer as a line holds him: his name opens with his key alone, and is compared by its keyed hash (A7).</summary>
internal sealed record SealedPayer(string Subject, string Name, string NameIndex)
{
    public static SealedPayer Of(Payer payer) => new(payer.Subject.Value, payer.Name.Value, payer.NameIndex.Value);

    public Payer ToPayer() => new(new SubjectId(Subject), new SealedText(Name), new NameIndex(NameIndex));
}
