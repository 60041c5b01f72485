using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class PolicyBookTests
{
    private static readonly PlatformId Served = new("served");
    private static readonly PlatformId Unserved = new("unserved");
    private static readonly RoleId Supplier = new("supplier");
    private static readonly WindowId Hall = new("hall");
    private static readonly LocalizedText Name = new("平台", "Platform");

    private static readonly WayPolicy ByHandler = Way(Channel.Online, HandledBy.Handler);
    private static readonly WayPolicy ByRepresentative = Way(Channel.Online, HandledBy.LegalRepresentative, Verification.RealPerson, Verification.KeySignature);
    private static readonly WayPolicy ByEither = Way(Channel.Window, null);

    private static readonly PlatformPolicy First = new(
        Served, 1, new LocalDate(2020, 1, 1), Name, [], [new RolePolicy(Supplier, HolderKind.Unit, false, Name)], [Term.OfYears(1)],
        new SealPolicy(SealCoupling.None, SealFormat.GbT38540V2020), [], [new WindowPolicy(Hall, Name, Name, [], [])], [],
        [
            new ServicePolicy(Operation.New, HolderKind.Unit, Stage.BeforeIssue, [ByHandler, ByRepresentative, ByEither]),
            new ServicePolicy(Operation.Renew, HolderKind.Unit, Stage.Expired, [ByEither]),
        ],
        [new Tariff(HolderKind.Unit, Yuan(100), null, null, null, [])]);

    private static readonly PlatformPolicy Second = First with { Version = 2, EffectiveFrom = new LocalDate(2026, 2, 1) };

    // Handed in the wrong way round: the order is that of the dates.
    private static readonly PolicyBook Book = new([Second, First], TestPolicies.Calendar);

    [Theory, Trait("rule", "A5")]
    [InlineData("2019-12-31", null)]
    [InlineData("2020-01-01", 1)]
    [InlineData("2026-01-31", 1)]
    [InlineData("2026-02-01", 2)]
    [InlineData("2036-02-01", 2)]
    public void A5_The_version_in_effect_is_the_latest_that_has_begun(string on, int? version) =>
        Assert.Equal(version, Book.InEffect(Served, Date(on))?.Version);

    [Fact, Trait("rule", "A5")]
    public void A5_A_platform_without_a_policy_has_none_in_effect() => Assert.Null(Book.InEffect(Unserved, Date("2026-02-01")));

    [Fact, Trait("rule", "A5")]
    public void A5_They_are_told_by_platform_and_date()
    {
        var (other, capital) = (First with { Id = Unserved }, First with { Id = new PlatformId("Z") });

        Assert.Equal([capital, First, Second, other], new PolicyBook([other, Second, capital, First], TestPolicies.Calendar).Policies);
    }

    [Fact, Trait("rule", "A5")]
    public void A5_Every_version_stays_for_the_applications_made_under_it()
    {
        Assert.Same(First, Book.Version(Served, 1));
        Assert.Same(Second, Book.Version(Served, 2));
        Assert.Throws<InvalidOperationException>(() => Book.Version(Served, 3));
        Assert.Throws<InvalidOperationException>(() => Book.Version(Unserved, 1));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_service_is_found_by_operation_holder_and_stage()
    {
        Assert.Equal(3, First.Service(Operation.New, HolderKind.Unit, Stage.BeforeIssue)?.Ways.Length);
        Assert.Equal(1, First.Service(Operation.Renew, HolderKind.Unit, Stage.Expired)?.Ways.Length);
        Assert.Null(First.Service(Operation.Renew, HolderKind.Unit, Stage.InValidity));
        Assert.Null(First.Service(Operation.New, HolderKind.Expert, Stage.BeforeIssue));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_way_is_found_by_its_channel_and_who_handles_it()
    {
        var service = First.Service(Operation.New, HolderKind.Unit, Stage.BeforeIssue)!;

        Assert.Same(ByHandler, service.Way(Channel.Online, HandledBy.Handler));
        Assert.Same(ByRepresentative, service.Way(Channel.Online, HandledBy.LegalRepresentative));
        Assert.Same(ByEither, service.Way(Channel.Window, HandledBy.Handler));
        Assert.Same(ByEither, service.Way(Channel.Window, HandledBy.LegalRepresentative));
        Assert.Null(service.Way(Channel.Mail, HandledBy.Handler));
        Assert.Equal([true, false, true], new[] { Channel.Online, Channel.Mail, Channel.Window }.Select(service.Offers));
    }

    [Fact, Trait("rule", "A6")]
    public void A6_A_way_that_lists_the_keys_signature_needs_the_key()
    {
        Assert.True(ByRepresentative.NeedsKey);
        Assert.False(ByHandler.NeedsKey);
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_role_and_a_window_are_found_by_name()
    {
        Assert.Equal(Supplier, First.Role(Supplier)?.Id);
        Assert.Null(First.Role(new RoleId("judge")));
        Assert.Equal(Hall, First.Window(Hall)?.Id);
        Assert.Null(First.Window(new WindowId("annexe")));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_Of_two_that_fit_the_first_that_is_written_holds()
    {
        var service = new ServicePolicy(Operation.New, HolderKind.Unit, Stage.BeforeIssue, [ByEither, Way(Channel.Window, HandledBy.Handler)]);
        var twice = First with
        {
            Roles = [.. First.Roles, First.Roles[0] with { BelongsToUnit = true }],
            Windows = [.. First.Windows, First.Windows[0] with { Weekdays = [IsoDayOfWeek.Monday] }],
            Services = [service, .. First.Services],
            Tariffs = [.. First.Tariffs, Tariff.Unpublished(HolderKind.Unit)],
        };

        Assert.Same(ByEither, service.Way(Channel.Window, HandledBy.Handler));
        Assert.Same(First.Roles[0], twice.Role(Supplier));
        Assert.Same(First.Windows[0], twice.Window(Hall));
        Assert.Same(service, twice.Service(Operation.New, HolderKind.Unit, Stage.BeforeIssue));
        Assert.Same(First.Tariffs[0], twice.Tariff(HolderKind.Unit));
        Assert.Same(First, new PolicyBook([First, twice with { EffectiveFrom = Second.EffectiveFrom }], TestPolicies.Calendar).Version(Served, 1));
    }

    [Fact, Trait("rule", "P2")]
    public void P2_A_holder_kind_without_a_tariff_is_charged_nothing()
    {
        Assert.Empty(First.Tariff(HolderKind.Expert).New(Term.OfYears(1), 1).Lines);
        Assert.NotEmpty(First.Tariff(HolderKind.Unit).New(Term.OfYears(1), 1).Lines);
    }

    private static WayPolicy Way(Channel channel, HandledBy? handledBy, params ImmutableArray<Verification> verification) =>
        new(channel, handledBy, IntakeBy.Anyone, verification, [], [], true, null, null);
}
