using System.Collections.Frozen;
using System.Collections.Immutable;
using ScCa.Application.Ports;
using ScCa.Domain.Staff;
using static ScCa.Domain.Staff.StaffRole;

namespace ScCa.Application.BackOffice;

/// <summary>
/// Which roles may do what in the back office: the one table (F2). A desk's method that is not in it is open to nobody. Administrators change who may do
/// what and therefore see nothing of the business itself; the auditor sees everything and changes nothing.
/// </summary>
public static class Permissions
{
    // The first role named is the one a refusal tells people to ask for.
    private static readonly (string Desk, string Method, ImmutableArray<StaffRole> Roles)[] Rows =
    [
        (nameof(ReviewDesk), nameof(ReviewDesk.Queue), [Reviewer, SeniorReviewer, Auditor]),
        (nameof(ReviewDesk), nameof(ReviewDesk.Approve), [Reviewer, SeniorReviewer]),
        (nameof(ReviewDesk), nameof(ReviewDesk.Return), [Reviewer, SeniorReviewer]),
        (nameof(ReviewDesk), nameof(ReviewDesk.Reject), [Reviewer, SeniorReviewer]),
        (nameof(ReviewDesk), nameof(ReviewDesk.Papers), [Reviewer, SeniorReviewer, WindowClerk, Auditor]),
        (nameof(ReviewDesk), nameof(ReviewDesk.ReturnMaterial), [Reviewer, SeniorReviewer, WindowClerk]),
        (nameof(ReviewDesk), nameof(ReviewDesk.CompleteMaterials), [Reviewer, SeniorReviewer, WindowClerk]),
        (nameof(PaperDesk), nameof(PaperDesk.Scan), [WindowClerk, Reviewer, SeniorReviewer]),
        (nameof(PaperDesk), nameof(PaperDesk.Open), [Reviewer, SeniorReviewer, WindowClerk]),
        (nameof(WindowDesk), nameof(WindowDesk.Apply), [WindowClerk]),
        (nameof(WindowDesk), nameof(WindowDesk.Operate), [WindowClerk]),
        (nameof(WindowDesk), nameof(WindowDesk.ReceiveMaterial), [WindowClerk, Reviewer, SeniorReviewer]),
        (nameof(WindowDesk), nameof(WindowDesk.VerifyOnSite), [WindowClerk]),
        (nameof(WindowDesk), nameof(WindowDesk.CompleteUnlock), [WindowClerk]),
        (nameof(WindowDesk), nameof(WindowDesk.TakePayment), [WindowClerk]),
        (nameof(WindowDesk), nameof(WindowDesk.ChangeHandler), [WindowClerk]),
        (nameof(RevocationDesk), nameof(RevocationDesk.Order), [CaOperator, SeniorReviewer]),
        (nameof(RevocationDesk), nameof(RevocationDesk.Confirm), [CaOperator, SeniorReviewer]),
        (nameof(RevocationDesk), nameof(RevocationDesk.Drop), [CaOperator, SeniorReviewer]),
        (nameof(DispatchDesk), nameof(DispatchDesk.Queue), [Dispatch, Auditor]),
        (nameof(DispatchDesk), nameof(DispatchDesk.Recipient), [Dispatch]),
        (nameof(DispatchDesk), nameof(DispatchDesk.Post), [Dispatch]),
        (nameof(CourierDesk), nameof(CourierDesk.Returned), [Dispatch, Auditor]),
        (nameof(CourierDesk), nameof(CourierDesk.Label), [Dispatch]),
        (nameof(CourierDesk), nameof(CourierDesk.Resend), [Dispatch]),
        (nameof(CourierDesk), nameof(CourierDesk.HandOver), [Dispatch]),
        (nameof(BatchDesk), nameof(BatchDesk.Days), [Dispatch, Auditor]),
        (nameof(BatchDesk), nameof(BatchDesk.Batch), [Dispatch, Auditor]),
        (nameof(BatchDesk), nameof(BatchDesk.PutIn), [Dispatch]),
        (nameof(BatchDesk), nameof(BatchDesk.TakeOut), [Dispatch]),
        (nameof(BatchDesk), nameof(BatchDesk.CloseBatch), [Dispatch]),
        (nameof(BatchDesk), nameof(BatchDesk.PostBatch), [Dispatch]),
        (nameof(FinanceDesk), nameof(FinanceDesk.Unmatched), [Finance, Auditor]),
        (nameof(FinanceDesk), nameof(FinanceDesk.Refunds), [Finance, Auditor]),
        (nameof(FinanceDesk), nameof(FinanceDesk.Invoices), [Finance, Auditor]),
        (nameof(SearchDesk), nameof(SearchDesk.Find), [Reviewer, SeniorReviewer, WindowClerk, Finance, Dispatch, CaOperator, Auditor]),
        (nameof(FiguresDesk), nameof(FiguresDesk.Between), [SeniorReviewer, Finance, Auditor, CaOperator]),
        (nameof(FiguresDesk), nameof(FiguresDesk.UnusedGrants), [SeniorReviewer, Reviewer, WindowClerk, Auditor]),
        (nameof(FiguresDesk), nameof(FiguresDesk.ExpiringSoon), [SeniorReviewer, Reviewer, WindowClerk, Auditor]),
        (nameof(FinanceDesk), nameof(FinanceDesk.Assign), [Finance]),
        (nameof(FinanceDesk), nameof(FinanceDesk.RequestRefund), [Finance]),
        (nameof(FinanceDesk), nameof(FinanceDesk.RecordRefund), [Finance]),
        (nameof(FinanceDesk), nameof(FinanceDesk.RecordInvoice), [Finance]),
        (nameof(FinanceDesk), nameof(FinanceDesk.Reversals), [Finance, Auditor]),
        (nameof(FinanceDesk), nameof(FinanceDesk.RequestReversal), [Finance]),
        (nameof(FinanceDesk), nameof(FinanceDesk.ReverseInvoice), [Finance]),
        (nameof(HistoryDesk), nameof(HistoryDesk.Read), [Auditor, Reviewer, SeniorReviewer, WindowClerk, Finance, Dispatch, CaOperator]),
        (nameof(StaffDesk), nameof(StaffDesk.Accounts), [Administrator, Auditor]),
        (nameof(StaffDesk), nameof(StaffDesk.Open), [Administrator]),
        (nameof(StaffDesk), nameof(StaffDesk.Grant), [Administrator]),
        (nameof(StaffDesk), nameof(StaffDesk.Confirm), [Administrator]),
        (nameof(StaffDesk), nameof(StaffDesk.Withdraw), [Administrator]),
        (nameof(StaffDesk), nameof(StaffDesk.Close), [Administrator]),
        (nameof(StaffDesk), nameof(StaffDesk.IssueCode), [Administrator]),
        (nameof(UnitDesk), nameof(UnitDesk.Queue), [Reviewer, SeniorReviewer, Auditor]),
        (nameof(UnitDesk), nameof(UnitDesk.Card), [Reviewer, SeniorReviewer, WindowClerk, Auditor]),
        (nameof(UnitDesk), nameof(UnitDesk.Handlers), [WindowClerk, SeniorReviewer]),
        (nameof(UnitDesk), nameof(UnitDesk.Register), [WindowClerk, SeniorReviewer]),
        (nameof(UnitDesk), nameof(UnitDesk.AuthorizeHandler), [WindowClerk, SeniorReviewer]),
        (nameof(UnitDesk), nameof(UnitDesk.WithdrawHandler), [WindowClerk, SeniorReviewer]),
        (nameof(UnitDesk), nameof(UnitDesk.ChangeHandlerPhone), [WindowClerk, SeniorReviewer]),
        (nameof(UnitDesk), nameof(UnitDesk.ApproveRoleAccount), [Reviewer, SeniorReviewer]),
        (nameof(UnitDesk), nameof(UnitDesk.RejectRoleAccount), [Reviewer, SeniorReviewer]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.Find), [Administrator, Auditor]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.PlaceLegalHold), [Administrator]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.OrderHoldLift), [Administrator]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.LiftLegalHold), [Administrator]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.RequestErasure), [Administrator]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.OrderErasure), [Administrator]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.ConfirmErasure), [Administrator]),
        (nameof(PrivacyDesk), nameof(PrivacyDesk.DropOrder), [Administrator]),
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<StaffRole>> Table =
        Rows.ToFrozenDictionary(r => Key(r.Desk, r.Method), r => r.Roles, StringComparer.Ordinal);

    /// <summary>The table, as <c>ReviewDesk.Approve</c> and the roles that may.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<StaffRole>> All => Table;

    /// <summary>The roles that may use a desk's method.</summary>
    public static ImmutableArray<StaffRole> For(string desk, string method) => Table.TryGetValue(Key(desk, method), out var roles)
        ? roles
        : throw new InvalidOperationException($"{Key(desk, method)} has no line in the table of permissions.");

    /// <summary>The names of all roles, as desks take them.</summary>
    public static ImmutableArray<string> RoleNames { get; } = [.. Enum.GetNames<StaffRole>()];

    public static bool Permits(StaffMember member, string desk, string method)
    {
        ArgumentNullException.ThrowIfNull(member);
        return For(desk, method).Any(member.Roles.Contains);
    }

    private static string Key(string desk, string method) => $"{desk}.{method}";
}
