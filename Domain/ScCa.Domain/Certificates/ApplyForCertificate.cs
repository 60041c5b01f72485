using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>New (新办): the first certificate of a holder, or one more. Where its key is posted, <paramref name="PostalAddress"/> says where to.</summary>
public sealed record ApplyForCertificate(
    CommandId Id, CertificateId Certificate, PlatformId Platform, Holder Holder, Handler Handler, SealedText? PostalAddress, Channel Channel, Term Term,
    Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    // Order is precedence: the first arm that matches is the answer given.
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies)
    {
        var policy = policies.InEffect(Platform, Shanghai.DateOf(At));
        var service = policy?.Service(Operation.New, Holder.Kind, Stage.BeforeIssue);
        return state switch
        {
            { Open: { } open } => Refuse.ApplicationInProgress(open.Number, open.Operation),
            not NotApplied => Refuse.CertificateAlreadyAppliedFor(Certificate),
            _ when policy is null => Refuse.PlatformNotServed(Platform),
            _ when service is null => Refuse.OperationNotOffered(Operation.New, Stage.BeforeIssue, policy.Name),
            _ when policy.Role(Holder.Role)?.Holder != Holder.Kind => Refuse.RoleNotOffered(Holder.Role, policy.Name),
            _ when !service.Channels.Contains(Channel) => Refuse.ChannelNotOffered(Channel, policy.Name),
            _ when !policy.Terms.Contains(Term) => Refuse.TermNotOffered(Term, policy.Name),
            _ when service.PostedWithinWorkingDays is not null && PostalAddress is null => Refuse.PostalAddressMissing(),
            _ => new CertificateAppliedFor(
                Certificate, Platform, Holder, 1, Handler, PostalAddress, Channel, Term, policy.Version, service.Verification,
                policy.Charge(Operation.New, Holder.Kind, Term), At),
        };
    }
}

public sealed record CertificateAppliedFor(
    CertificateId Certificate, PlatformId Platform, Holder Holder, int Application, Handler Handler, SealedText? PostalAddress, Channel Channel, Term Term,
    int PolicyVersion, Verification Verification, Charge Charge, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is NotApplied
        ? new RequestedCertificate(Certificate, Platform, Holder)
        {
            Handler = Handler,
            Applications = Application,
            Open = new OpenApplication(
                Application, Operation.New, Stage.BeforeIssue, Handler, Channel, Term, PolicyVersion, Verification, Charge, At),
        }
        : throw ImpossibleIn(state);
}
