namespace ScCa.Application.Ports;

/// <summary>What a platform says of an account and its password.</summary>
public enum PlatformAccountAnswer
{
    /// <summary>Both are right.</summary>
    Confirmed,

    /// <summary>One of them is wrong; which one is not told.</summary>
    NotConfirmed,

    /// <summary>Right, but a sub-account: those are not bound (U4).</summary>
    SubAccount,

    /// <summary>The platform has locked the account.</summary>
    Locked,

    /// <summary>The platform does not answer such questions now, or not to us.</summary>
    Unavailable,
}

/// <param name="Reference">The platform's own name for its check; there where it confirmed.</param>
public sealed record PlatformAccountCheck(PlatformAccountAnswer Answer, string? Reference);

/// <summary>A unit's account on a platform, as the unit names it.</summary>
public sealed record PlatformAccount(string Platform, string Kind, string Account);

/// <summary>
/// Asks a platform whether a unit's role account and its password are right (U4). <b>Secrecy</b>: the password goes to the platform alone; an adapter keeps,
/// logs and quotes nothing of it and wipes its own copies; the caller wipes his. <b>Idempotence</b>: a check changes nothing here, but a platform may count
/// wrong passwords: an adapter asks once. <b>Failure</b>: what the platform says is a result; an <see cref="HttpRequestException"/>,
/// <see cref="TimeoutException"/> or <see cref="IOException"/> means that nothing is known. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface IPlatformAccounts
{
    Task<PlatformAccountCheck> Check(PlatformAccount account, ReadOnlyMemory<char> password, CancellationToken cancellation);
}
