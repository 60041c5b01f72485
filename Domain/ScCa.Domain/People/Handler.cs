namespace ScCa.Domain.People;

/// <summary>The person who handles the business for the holder (经办人): name and phone sealed, the phone findable by its index.</summary>
public sealed record Handler(SubjectId Subject, SealedText Name, SealedText Phone, PhoneIndex PhoneIndex);
