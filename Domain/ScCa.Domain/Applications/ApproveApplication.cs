using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>A reviewer finds the application in order (A3).</summary>
public sealed record ApproveApplication(CommandId Id, CertificateId Certificate, int Application, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) =>
        Review.Refuses(state, Application) is { } refusal ? refusal : new ApplicationApproved(Application, By, state.Open!.Missing, At);
}

/// <param name="AmountDue">What is to be paid now; zero where nothing is.</param>
public sealed record ApplicationApproved(int Application, StaffId By, Money AmountDue, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open with { Review = ReviewState.Approved });
}
