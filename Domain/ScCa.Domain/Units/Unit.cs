using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Units;

/// <summary>What is known of a unit (单位) beside its certificates: the fold of <c>unit-{credit code}</c>.</summary>
public abstract record Unit : IEventSourced<Unit>
{
    public static string Category => "unit";

    public static Unit Initial { get; } = new UnregisteredUnit();
}

/// <summary>Nothing has happened under this credit code.</summary>
public sealed record UnregisteredUnit : Unit;

/// <summary>Registered: its handlers, and how it stands on each platform.</summary>
/// <param name="Name">As it was when the unit was registered, or a Change has named it since; what a certificate names is the certificate's own to say.</param>
public sealed record RegisteredUnit(CreditCode CreditCode, CertificateName Name) : Unit
{
    private static readonly ImmutableSortedDictionary<string, PlatformStanding> Nowhere =
        ImmutableSortedDictionary.Create<string, PlatformStanding>(StringComparer.Ordinal);

    /// <summary>Who may act for the unit, in the order in which they were authorised (U2).</summary>
    public ImmutableArray<Handler> Handlers { get; init; } = [];

    /// <summary>By platform id; a platform that the unit has nothing on is not in it.</summary>
    public ImmutableSortedDictionary<string, PlatformStanding> Platforms { get; init; } = Nowhere;

    /// <summary>Whether something is bound or declared, so that somebody must be there to answer for it (U3).</summary>
    public bool IsRepresented => Platforms.Values.Any(p => p.IsRepresented);

    public Handler? HandlerUnder(PhoneIndex phone) => Handlers.FirstOrDefault(h => h.PhoneIndex == phone);

    public Handler? HandlerOf(SubjectId subject) => Handlers.FirstOrDefault(h => h.Subject == subject);

    public PlatformStanding On(PlatformId platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return Platforms.GetValueOrDefault(platform.Value, PlatformStanding.Nothing);
    }

    /// <summary>The date on which both halves of applying for a role account were done: the role authentication and the user base settings (D2).</summary>
    public LocalDate? RoleAccountAppliedOn(PlatformId platform) => On(platform).UserBaseSettingsCompletedOn;

    internal RegisteredUnit With(PlatformId platform, PlatformStanding standing) => this with { Platforms = Platforms.SetItem(platform.Value, standing) };
}
