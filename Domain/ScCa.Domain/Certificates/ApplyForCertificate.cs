using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>New (新办): the first certificate of a holder, or one more. Where its key is posted, <paramref name="PostalAddress"/> says where to.</summary>
/// <param name="SealPictures">One picture for each seal that is wanted (S8); exactly one where certificate and seal are one (S1).</param>
public sealed record ApplyForCertificate(
    CommandId Id, CertificateId Certificate, PlatformId Platform, Holder Holder, Applying Applying, SealedText? PostalAddress, Term Term,
    ImmutableArray<Digest> SealPictures, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    /// <summary>The region that it belongs to, where the platform asks for one.</summary>
    public RegionId? Region { get; init; }

    // Order is precedence: the first arm that matches is the answer given.
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        { Open: { } open } => Refuse.ApplicationInProgress(open.Number, open.Operation),
        not NotApplied => Refuse.CertificateAlreadyAppliedFor(Certificate),
        _ => Offer.For(policies, Platform, Holder.Kind, Operation.New, Stage.BeforeIssue, Applying, At) switch
        {
            (null, var refusal) => refusal!,
            var (offer, _) => Offered(offer, policies),
        },
    };

    private Decision<Certificate> Offered(Offer offer, PolicyBook policies) => offer.Policy switch
    {
        var policy when policy.Role(Holder.Role)?.Holder != Holder.Kind => Refuse.RoleNotOffered(Holder.Role, policy.Name),
        var policy when policy.Role(Holder.Role)!.BelongsToUnit && Holder.Unit is null => Refuse.UnitOfHolderMissing(policy.Name),
        { Region: not null } policy when Region is null => Refuse.RegionMissing(policy.Name),
        var policy when Region is { } region && policy.Region?.Offers(region) != true => Refuse.RegionNotOffered(region, policy.Name),
        var policy when !policy.Terms.Contains(Term) => Refuse.TermNotOffered(Term, policy.Name),
        { Seals.Coupling: SealCoupling.None } policy when !SealPictures.IsEmpty => Refuse.SealsNotOfferedWithNew(policy.Name),
        { Seals.Coupling: SealCoupling.Coupled } policy when SealPictures.Length != 1 => Refuse.OneSealComesWithTheCertificate(policy.Name),
        _ when offer.Way.Dispatch is not null && PostalAddress is null => Refuse.PostalAddressMissing(),
        var policy => Applied(new CertificateAppliedFor(
            Certificate, Platform, Holder, 1, offer.Under(policy.Tariff(Holder.Kind).New(Term, SealPictures.Length), policies.Calendar), PostalAddress, Term,
            SealPictures, At)),
    };

    private Decision<Certificate> Applied(CertificateAppliedFor applied) =>
        Region is { } region ? Record([applied, new RegionNamed(applied.Application, region, At)]) : applied;
}

public sealed record CertificateAppliedFor(
    CertificateId Certificate, PlatformId Platform, Holder Holder, int Application, AppliedUnder Under, SealedText? PostalAddress, Term Term,
    ImmutableArray<Digest> SealPictures, Instant At)
    : OperationApplied(Application, Under, At)
{
    public override Request Request => new NewRequest(Term, SealPictures);

    public override Certificate Evolve(Certificate state) => state is NotApplied
        ? new RequestedCertificate(Certificate, Platform, Holder)
        {
            Handler = Under.Applying.Handler,
            Applications = Application,
            Open = new OpenApplication(Application, Request, Under, At),
        }
        : throw ImpossibleIn(state);
}

/// <summary>Fulfilled by the issue of the first generation (C1).</summary>
public sealed record NewRequest(Term Term, ImmutableArray<Digest> Pictures) : Request
{
    public override Operation Operation => Operation.New;

    public override int SealPictures => Pictures.Length;
}
