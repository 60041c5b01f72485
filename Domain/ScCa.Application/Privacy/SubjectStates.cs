using ScCa.Application.Execution;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Privacy;

/// <summary>What may be done with a person's data now; read from the person's stream itself, so that a stop counts from the next request on.</summary>
public sealed class SubjectStates(CommandExecutor executor)
{
    public Task<Subject> State(SubjectId subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return executor.State<Subject>(subject.Value, cancellation);
    }

    /// <summary>Why nothing may be done with the person's data; null where it may be.</summary>
    public async Task<Refusal?> WhyNotProcessed(SubjectId subject, CancellationToken cancellation) => await State(subject, cancellation).ConfigureAwait(false) switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        KeptSubject { IsStopped: true } => Refuse.ProcessingStopped(),
        _ => null,
    };

    /// <summary>Why nobody is reminded of a certificate: its handler or whom it names is not processed any more; null where they are.</summary>
    public async Task<Refusal?> WhyNotReminded(KnownCertificate certificate, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return await WhyNotProcessed(certificate.Handler.Subject, cancellation).ConfigureAwait(false)
            ?? (certificate.Holder.NaturalPerson is { } person ? await WhyNotProcessed(person.Subject, cancellation).ConfigureAwait(false) : null);
    }
}
