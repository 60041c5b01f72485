using ScCa.Application.Ports;

namespace ScCa.Gateways.Staff;

/// <summary>Stands in for the staff directory: one person per desk of the back office. None of them exists.</summary>
public sealed class DemoStaff : IStaffDirectory, IStandIn
{
    public (string ZhCn, string En) StandsInFor => ("人员目录", "staff directory");

    public IReadOnlyList<StaffMember> All { get; } =
    [
        new("demo-reviewer", "演示审核员 (demo reviewer)"),
        new("demo-finance", "演示财务 (demo finance)"),
        new("demo-dispatch", "演示寄送员 (demo dispatch)"),
    ];

    public StaffMember? Find(string id) => All.FirstOrDefault(member => member.Id == id);
}
