using ScCa.Application.Ports;
using ScCa.Domain.Staff;

namespace ScCa.Application.Tests;

/// <summary>A back office with somebody for each role of the business. None of them exists.</summary>
internal sealed class TestStaff : IStaffDirectory
{
    public const string Clerk = "clerk-1";
    public const string Senior = "senior-1";
    public const string Operator = "operator-1";
    public const string Auditor = "auditor-1";

    private static readonly IReadOnlyList<StaffMember> Everybody =
    [
        new(TestSystem.Reviewer, "审核员", [StaffRole.Reviewer]),
        new(TestSystem.Accountant, "财务", [StaffRole.Finance]),
        new(TestSystem.Dispatcher, "寄送员", [StaffRole.Dispatch]),
        new(Clerk, "窗口受理员", [StaffRole.WindowClerk]),
        new(Senior, "高级审核员", [StaffRole.SeniorReviewer]),
        new(Operator, "CA 操作员", [StaffRole.CaOperator]),
        new(Auditor, "审计员", [StaffRole.Auditor]),
    ];

    public ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation) => new(Everybody);

    public ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) => new(Everybody.FirstOrDefault(member => member.Id == id));
}
