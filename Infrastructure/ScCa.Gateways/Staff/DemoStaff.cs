using ScCa.Application.Ports;
using ScCa.Domain.Staff;

namespace ScCa.Gateways.Staff;

/// <summary>Stands in for the staff directory: one person per desk of the back office, each with the role of that desk,
/// and a second administrator for what takes two. None of them exists.</summary>
public sealed class DemoStaff : IStaffDirectory, IStandIn
{
    public (string ZhCn, string En) StandsInFor => ("人员目录", "staff directory");

    private static readonly IReadOnlyList<StaffMember> Everybody =
    [
        new("demo-reviewer", "演示审核员 (demo reviewer)", [StaffRole.Reviewer]),
        new("demo-senior", "演示高级审核员 (demo senior reviewer)", [StaffRole.SeniorReviewer]),
        new("demo-clerk", "演示窗口受理员 (demo window clerk)", [StaffRole.WindowClerk]),
        new("demo-operator", "演示 CA 操作员 (demo CA operator)", [StaffRole.CaOperator]),
        new("demo-auditor", "演示审计员 (demo auditor)", [StaffRole.Auditor]),
        new("demo-finance", "演示财务 (demo finance)", [StaffRole.Finance]),
        new("demo-dispatch", "演示寄送员 (demo dispatch)", [StaffRole.Dispatch]),
        new("demo-admin", "演示管理员 (demo administrator)", [StaffRole.Administrator]),
        new("demo-admin-2", "演示第二管理员 (second demo administrator)", [StaffRole.Administrator]),
    ];

    public ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation) => new(Everybody);

    public ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) => new(Everybody.FirstOrDefault(member => member.Id == id));
}
