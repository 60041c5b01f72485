using NodaTime;

namespace ScCa.Domain.Certificates;

public abstract record CertificateCommand(CommandId Id, CertificateId Certificate, Instant At) : Command<Certificate>(Id, At)
{
    public sealed override string StreamKey => Certificate.Value;
}

public abstract record CertificateEvent(Instant At) : Event<Certificate>(At)
{
    /// <summary>Says that this event cannot follow in that state.</summary>
    protected Exception ImpossibleIn(Certificate state) => ImpossibleEventException.For(this, state);
}

/// <summary>An event of one application.</summary>
public abstract record ApplicationEvent(int Application, Instant At) : CertificateEvent(At);
