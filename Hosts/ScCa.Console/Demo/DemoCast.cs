using ScCa.Composition;

namespace ScCa.Console.Demo;

/// <summary>Who appears. None of them exists; the handler's name, phone and address are typed in here and shown nowhere.</summary>
internal static class DemoCast
{
    // Data of this story, and no constant: a constant would be copied into the code that uses it.
    public static string Platform { get; } = "gov-procurement";

    /// <summary>In whose name the local e-invoice platform issues.</summary>
    public static InvoiceIssuer Issuer { get; } = new("演示认证中心", "91510100MA6DEM001F");

    public const string Role = "supplier";
    public const string Holder = "四川锦程（演示）科技有限公司";

    // The same account as a bank writes it: half-width brackets are the same name (P1).
    public const string HolderAtTheBank = "四川锦程(演示)科技有限公司";
    public const string SomebodyElse = "成都别家（演示）贸易有限公司";
    public const string CreditCode = "91510100MA6DEM001F";
    public const string Handler = "李演示";
    public const string Phone = "13900000000";
    public const string PostalAddress = "成都市示范区演示路 1 号";
    public const string Reviewer = "demo-reviewer";
    public const string Accountant = "demo-finance";
    public const string Dispatcher = "demo-dispatch";
    public const string Clerk = "demo-clerk";
    public const string Operator = "demo-operator";
    public const string SeniorReviewer = "demo-senior";
}
