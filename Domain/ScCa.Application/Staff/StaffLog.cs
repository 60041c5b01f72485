using Microsoft.Extensions.Logging;

namespace ScCa.Application.Staff;

/// <summary>Accounts are named by their id where there is one; what was typed for an account that does not exist may be anything, a passphrase too.</summary>
internal static partial class StaffLog
{
    [LoggerMessage(20, LogLevel.Information, "Staff account {Account} signed in")]
    public static partial void SignedIn(ILogger log, string account);

    [LoggerMessage(21, LogLevel.Warning, "Sign-in to staff account {Account} failed")]
    public static partial void SignInFailed(ILogger log, string account);

    [LoggerMessage(22, LogLevel.Warning, "Sign-in to a staff account that does not exist failed")]
    public static partial void SignInUnknown(ILogger log);

    [LoggerMessage(23, LogLevel.Warning, "A sign-in was put off after failures, for {Seconds} s")]
    public static partial void SignInDelayed(ILogger log, int seconds);

    [LoggerMessage(24, LogLevel.Information, "Staff account {Account} has a new passphrase")]
    public static partial void PassphraseSet(ILogger log, string account);

    [LoggerMessage(25, LogLevel.Information, "A one-time enrolment code was made for staff account {Account}")]
    public static partial void CodeIssued(ILogger log, string account);
}
