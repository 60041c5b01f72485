using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>Something was to be sealed for a person whose key has been destroyed. Whoever takes data in asks <see cref="SubjectStates"/> first.</summary>
public sealed class SubjectErasedException(SubjectId subject) : Exception($"The personal data of {subject} has been erased; nothing is sealed for this subject again.")
{
    public SubjectId Subject { get; } = subject;
}
