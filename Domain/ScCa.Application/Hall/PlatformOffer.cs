using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>A name in the two languages.</summary>
public sealed record OfferName(string ZhCn, string En)
{
    public string In(Texts.Language language) => language == Texts.Language.ZhCn ? ZhCn : En;
}

public sealed record OfferRole(string Id, OfferName Name);

/// <summary>What a New of this term costs.</summary>
public sealed record OfferTerm(int Years, string NewCharge, string RenewCharge);

/// <summary>A platform's entry in the hall.</summary>
/// <param name="Entries">Names it is also found by.</param>
public sealed record PlatformOffer(string Id, OfferName Name, ImmutableArray<string> Entries, ImmutableArray<OfferRole> Roles, ImmutableArray<OfferTerm> Terms)
{
    internal static IReadOnlyList<PlatformOffer> Today(PolicyBook policies, LocalDate today) =>
    [
        .. policies.Policies.Select(p => p.Id).Distinct().Select(id => policies.InEffect(id, today)).OfType<PlatformPolicy>().Select(From),
    ];

    private static PlatformOffer From(PlatformPolicy policy) => new(
        policy.Id.Value,
        new OfferName(policy.Name.ZhCn, policy.Name.En),
        policy.Entries,
        [.. policy.Roles.Where(r => r.Holder == HolderKind.Unit).Select(r => new OfferRole(r.Id.Value, new OfferName(r.Name.ZhCn, r.Name.En)))],
        [
            .. policy.Terms.Select(t => new OfferTerm(
                t.Years,
                policy.Tariff(HolderKind.Unit).New(t, policy.Seals.Coupling == SealCoupling.Coupled ? 1 : 0).Total.Value,
                policy.Tariff(HolderKind.Unit).Renew(t, policy.Seals.Coupling == SealCoupling.Coupled ? 1 : 0).Total.Value)),
        ]);
}
