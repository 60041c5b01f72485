using ScCa.Application.Ports;

namespace ScCa.Application.Privacy;

/// <summary>What a rotation came to.</summary>
/// <param name="Version">The version that every key is wrapped under now.</param>
/// <param name="KeysWrapped">How many keys this run wrapped anew.</param>
/// <param name="IsResumed">Whether it finished a rotation that had been broken off, and made no new version.</param>
public sealed record RotationReport(int Version, int KeysWrapped, bool IsResumed);

/// <summary>
/// Gives the master key a new version: wraps every subject's key under it and then destroys the old one. Broken off anywhere, it is run again and goes on;
/// meanwhile both versions are readable, and everybody may go on working. What is sealed under subjects' keys is not touched, nor is what they are found by.
/// </summary>
public sealed class MasterKeyRotation(ISubjectKeys keys, IMasterKey master, SubjectVault vault)
{
    private const int BatchSize = 256;

    public async Task<RotationReport> Run(CancellationToken cancellation)
    {
        var present = await keys.MasterVersion(cancellation).ConfigureAwait(false);
        var isResumed = master.Versions.Any(v => v < present);
        var version = isResumed ? present : present + 1;
        // The order makes every crash harmless: the version is there before the vault asks for it, and the vault asks for it before the old one goes.
        master.Make(version);
        await keys.RaiseMasterVersion(version, cancellation).ConfigureAwait(false);
        var wrapped = 0;
        do
        {
            // Another rotation may have gone further meanwhile: no version is retired before everything is wrapped under the latest.
            version = await keys.MasterVersion(cancellation).ConfigureAwait(false);
            wrapped += await WrapAll(version, cancellation).ConfigureAwait(false);
        }
        while (await keys.MasterVersion(cancellation).ConfigureAwait(false) > version);

        foreach (var old in master.Versions.Where(v => v < version))
            master.Retire(old);
        return new RotationReport(version, wrapped, isResumed);
    }

    private async Task<int> WrapAll(int version, CancellationToken cancellation)
    {
        var wrapped = 0;
        while (await keys.WrappedBefore(version, BatchSize, cancellation).ConfigureAwait(false) is { Count: > 0 } batch)
        {
            var replaced = await Task.WhenAll(batch.Select(held => Wrap(held, version, cancellation))).ConfigureAwait(false);
            wrapped += replaced.Count(done => done);
        }

        return wrapped;
    }

    // One that is not replaced was destroyed or wrapped by somebody else meanwhile: neither is left under the old version. Another rotation may even have retired
    // the version it was read under; only a key that is still as it was read is really broken.
    private async Task<bool> Wrap(SubjectKey held, int version, CancellationToken cancellation)
    {
        try
        {
            return await keys.Replace(held.Subject, held.Key, vault.Rewrap(held, version), cancellation).ConfigureAwait(false);
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            if (await keys.Find(held.Subject, cancellation).ConfigureAwait(false) == held.Key)
                throw;
            return false;
        }
    }
}
