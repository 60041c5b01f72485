using ScCa.Application.Inputs;
using ScCa.Application.Ports;
using ScCa.Domain.Refusals;
using ScCa.Domain.Units;

namespace ScCa.Application.Units;

/// <summary>Has a platform check an account and its password. Without an adapter for that, no platform can be asked.</summary>
internal sealed class RoleAccountChecks(IPlatformAccounts? accounts)
{
    public const int PasswordMax = 128;

    /// <summary>The platform's reference for its check, or why the account cannot be declared.</summary>
    public async Task<(string? Reference, Refusal? Refusal)> Check(DeclareRoleAccount declared, ReadOnlyMemory<char> password, CancellationToken cancellation)
    {
        if (password.IsEmpty || password.Length > PasswordMax)
            return (null, RefuseInput.RoleAccountNotConfirmed());
        return await Ask(declared, password, cancellation).ConfigureAwait(false) switch
        {
            { Answer: PlatformAccountAnswer.Confirmed, Reference: { Length: > 0 } reference } => (reference, null),
            { Answer: PlatformAccountAnswer.NotConfirmed } => (null, RefuseInput.RoleAccountNotConfirmed()),
            { Answer: PlatformAccountAnswer.SubAccount } => (null, RefuseInput.SubAccountIsNotBound()),
            { Answer: PlatformAccountAnswer.Locked } => (null, RefuseInput.RoleAccountLocked()),
            _ => (null, RefuseInput.PlatformNotReached()),
        };
    }

    private async Task<PlatformAccountCheck?> Ask(DeclareRoleAccount declared, ReadOnlyMemory<char> password, CancellationToken cancellation)
    {
        if (accounts is null)
            return null;
        try
        {
            return await accounts
                .Check(new PlatformAccount(declared.Platform.Value, declared.Kind.Value, declared.Account.Value), password, cancellation).ConfigureAwait(false);
        }
        catch (Exception reason) when (IsUnanswered(reason))
        {
            return null;
        }
    }

    private static bool IsUnanswered(Exception reason) => reason is HttpRequestException or TimeoutException or IOException;
}
