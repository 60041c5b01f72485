using System.Collections.Frozen;

namespace ScCa.Application.Messages;

/// <summary>
/// The messages that nobody has asked for and no rule needs: they stop for whoever has asked to be erased (A10). What an open application comes to, the notice
/// before it lapses, invoices, and notices of a revocation or a new handler go on: they are owed, or warn.
/// </summary>
internal static class ReminderTemplates
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(StringComparer.Ordinal, Expired, ExpiryAhead, GrantWaiting);

    public const string Expired = "expired";
    public const string ExpiryAhead = "expiry-ahead";
    public const string GrantWaiting = "grant-waiting";

    public static bool Has(string template) => All.Contains(template);
}
