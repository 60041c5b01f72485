using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Tests;

/// <summary>What the policies of the tests are put together from.</summary>
internal static class PolicyParts
{
    /// <summary>A platform that offers these services, prices nothing and makes no seals.</summary>
    public static PlatformPolicy Platform(PlatformId id, ImmutableArray<RolePolicy> roles, ImmutableArray<ServicePolicy> services) => new(
        id, 1, new LocalDate(2020, 1, 1), NameOf(id), [], roles, [Term.OfYears(1)], new SealPolicy(SealCoupling.None, SealFormat.GbT38540V2020), [], [], [],
        services, []);

    public static RolePolicy Unit(RoleId role) => new(role, HolderKind.Unit, true, new LocalizedText("供应商", "Supplier"));

    /// <summary>A service that is reviewed, and served online in one way.</summary>
    public static ServicePolicy Online(
        Operation operation, Stage stage, Verification verification, DispatchPolicy? dispatch = null, HolderKind holder = HolderKind.Unit) =>
        new(operation, holder, stage, [Way(Channel.Online, [verification], dispatch: dispatch)]);

    /// <summary>A way that is open to anyone, reviewed and paid by transfer.</summary>
    public static WayPolicy Way(
        Channel channel, ImmutableArray<Verification> verification, HandledBy? handledBy = null, ImmutableArray<MaterialId>? materials = null,
        DispatchPolicy? dispatch = null) =>
        new(channel, handledBy, IntakeBy.Anyone, verification, materials ?? [], [PaymentMeans.CorporateTransfer], true, null, dispatch);

    public static DispatchPolicy Within(int workingDays) => new(workingDays, null);

    public static LocalizedText NameOf(PlatformId platform) => new($"平台{platform}", $"Platform {platform}");
}
