namespace ScCa.Domain.People;

/// <summary>A natural person as the events carry him: name and ID number sealed under his own key, both findable by their indexes (A7).</summary>
public sealed record Person(SubjectId Subject, SealedText Name, NameIndex NameIndex, SealedText IdNumber, IdNumberIndex IdNumberIndex);
