using ScCa.Domain.Units;
using ScCa.Testing;

namespace ScCa.Domain.Tests.Units;

/// <summary>How far a unit may have come, each told as the commands that led there.</summary>
internal static class UnitLives
{
    public static Scenario<Unit> Unregistered { get; } = new(UnitExample.Policies);

    public static Scenario<Unit> Registered { get; } = Unregistered.After(UnitCommands.Register());
    public static Scenario<Unit> Renamed { get; } = Registered.After(UnitCommands.Rename());
    public static Scenario<Unit> OneHandler { get; } = Registered.After(UnitCommands.Authorize());
    public static Scenario<Unit> TwoHandlers { get; } = OneHandler.After(UnitCommands.Authorize(UnitExample.Second, UnitExample.ByKey));

    public static Scenario<Unit> RoleAuthenticated { get; } = OneHandler.After(UnitCommands.ApplyFor());
    public static Scenario<Unit> AppliedFor { get; } = RoleAuthenticated.After(UnitCommands.CompleteBase(at: UnitExample.ThursdayNight));

    public static Scenario<Unit> Pending { get; } = OneHandler.After(UnitCommands.Declare());
    public static Scenario<Unit> Approved { get; } = Pending.After(UnitCommands.Approve());
    public static Scenario<Unit> Rejected { get; } = Pending.After(UnitCommands.Reject());
    public static Scenario<Unit> DeclaredAgain { get; } = Rejected.After(UnitCommands.Declare(UnitExample.OtherAccount));
    public static Scenario<Unit> WithoutAccount { get; } = OneHandler.After(UnitCommands.DeclareNone());

    public static Scenario<Unit> Bound { get; } = OneHandler.After(UnitCommands.Bind());
    public static Scenario<Unit> Unbound { get; } = Bound.After(UnitCommands.Unbind());
}
