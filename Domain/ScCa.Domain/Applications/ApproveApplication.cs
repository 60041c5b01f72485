using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>What a reviewer found of the seal's picture (S4).</summary>
public enum SealPictureFinding
{
    /// <summary>Legible; the physical seal has no anti-forgery number.</summary>
    NoAntiForgeryNumber,

    /// <summary>Its anti-forgery number is legible in the picture.</summary>
    NumberLegible,

    /// <summary>Its anti-forgery number was written on it by hand.</summary>
    NumberTranscribed,
}

/// <summary>A reviewer finds the application in order (A3); where it brings a seal's picture, he says what he found of it (S4).</summary>
public sealed record ApproveApplication(CommandId Id, CertificateId Certificate, int Application, SealPictureFinding? SealPicture, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Review.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null when state.Open!.Request.SealPictures > 0 && SealPicture is null => Refuse.SealPictureNotJudged(),
        null => Ready.With(state, policies, At, new ApplicationApproved(Application, By, SealPicture, state.Open!.Missing, At)),
    };
}

/// <param name="AmountDue">What is to be paid now; zero where nothing is.</param>
public sealed record ApplicationApproved(int Application, StaffId By, SealPictureFinding? SealPicture, Money AmountDue, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open with { Review = ReviewState.Approved });
}
