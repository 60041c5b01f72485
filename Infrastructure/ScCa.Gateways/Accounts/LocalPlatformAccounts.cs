using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;

namespace ScCa.Gateways.Accounts;

/// <summary>
/// Stands in for the platforms: an account is right with the password <c>demo-</c> and its own name, as it stands on the label of a demonstration's key; one
/// that begins with <c>sub-</c> is a sub-account, one that begins with <c>locked-</c> is locked. It keeps nothing.
/// </summary>
public sealed class LocalPlatformAccounts : IPlatformAccounts, IStandIn
{
    public (string ZhCn, string En) StandsInFor => ("平台账号校验", "check of platform accounts");

    public Task<PlatformAccountCheck> Check(PlatformAccount account, ReadOnlyMemory<char> password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Answer(account, password.Span));
    }

    private static PlatformAccountCheck Answer(PlatformAccount account, ReadOnlySpan<char> password)
    {
        if (account.Account.StartsWith("locked-", StringComparison.Ordinal))
            return new PlatformAccountCheck(PlatformAccountAnswer.Locked, Reference: null);
        if (!IsRight(account.Account, password))
            return new PlatformAccountCheck(PlatformAccountAnswer.NotConfirmed, Reference: null);
        return account.Account.StartsWith("sub-", StringComparison.Ordinal)
            ? new PlatformAccountCheck(PlatformAccountAnswer.SubAccount, Reference: null)
            : new PlatformAccountCheck(PlatformAccountAnswer.Confirmed, "LOCAL-CHECK");
    }

    private static bool IsRight(string account, ReadOnlySpan<char> password)
    {
        var expected = Encoding.UTF8.GetBytes("demo-" + account);
        var given = new byte[Encoding.UTF8.GetMaxByteCount(password.Length)];
        try
        {
            return CryptographicOperations.FixedTimeEquals(given.AsSpan(0, Encoding.UTF8.GetBytes(password, given)), expected);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(given);
        }
    }
}
