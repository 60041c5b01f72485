using System.Collections.Immutable;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.Ports;

/// <summary>Somebody whose data is being erased.</summary>
/// <param name="Named">The certificates that name him.</param>
public sealed record ForgottenPerson(SubjectId Subject, ImmutableArray<CertificateId> Named);

/// <summary>
/// An adapter that keeps words about people outside the vault, and that no destroyed key reaches: a file put aside for somebody to look at, say. Sealing them
/// under the person's own key is better: then there is nothing to be forgotten. <b>Durability</b>: when it returns, they are gone. <b>Idempotence</b>: it is
/// asked again after a crash.
/// </summary>
public interface IForgets
{
    /// <summary>Deletes what there may be of the person, and what cannot be told apart from it.</summary>
    Task Forget(ForgottenPerson person, CancellationToken cancellation);
}
