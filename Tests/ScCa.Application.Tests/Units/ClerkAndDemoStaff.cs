using ScCa.Application.Ports;
using ScCa.Domain.Staff;
using ScCa.Gateways.Staff;

namespace ScCa.Application.Tests.Units;

/// <summary>The demonstration's staff, and a window clerk.</summary>
internal sealed class ClerkAndDemoStaff : IStaffDirectory
{
    private static readonly StaffMember Clerk = new(UnitSystem.Clerk, "窗口受理员", [StaffRole.WindowClerk]);

    private readonly DemoStaff demo = new();

    public async ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation) => [Clerk, .. await demo.All(cancellation)];

    public async ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) => id == Clerk.Id ? Clerk : await demo.Find(id, cancellation);
}
