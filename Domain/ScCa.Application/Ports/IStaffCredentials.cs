namespace ScCa.Application.Ports;

/// <summary>
/// What each member of staff proves himself by: one record per account, which the application makes and reads; no passphrase can be read from it. Kept apart
/// from the events, so that it can be changed and destroyed. <b>Durability</b>: a record is durable before <see cref="Replace"/> answers. <b>Concurrency</b>:
/// safe from any thread; of replacements of the same record at once one wins, in other processes too, which is what makes a code good for one time only.
/// An exception leaves it open whether the replacement took place.
/// </summary>
public interface IStaffCredentials
{
    /// <summary>The account's record; null where there is none.</summary>
    ValueTask<ReadOnlyMemory<byte>?> Find(string account, CancellationToken cancellation);

    /// <summary>
    /// Puts <paramref name="next"/> (null: nothing) in the place of exactly <paramref name="known"/> (null: where there is none yet).
    /// </summary>
    /// <returns>False where another record stands there by now; nothing was changed.</returns>
    /// <exception cref="ArgumentException">A record is empty, or the account is empty or not <see cref="StoredText"/>.</exception>
    ValueTask<bool> Replace(string account, ReadOnlyMemory<byte>? known, ReadOnlyMemory<byte>? next, CancellationToken cancellation);
}
