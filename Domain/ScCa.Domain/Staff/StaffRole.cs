namespace ScCa.Domain.Staff;

/// <summary>What a member of staff works as; what each role may do stands in one table of the application (F2).</summary>
public enum StaffRole
{
    Reviewer,
    SeniorReviewer,
    WindowClerk,
    Finance,
    Dispatch,
    CaOperator,
    Auditor,
    Administrator,
}
