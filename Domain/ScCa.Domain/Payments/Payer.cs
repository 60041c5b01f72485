using ScCa.Domain.People;

namespace ScCa.Domain.Payments;

/// <summary>Whose account the money came from: a person's name may be among them, so each is sealed and compared by its index (P1, A7).</summary>
public sealed record Payer(SubjectId Subject, SealedText Name, NameIndex NameIndex);
