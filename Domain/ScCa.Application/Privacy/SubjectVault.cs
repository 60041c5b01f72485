using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;

namespace ScCa.Application.Privacy;

/// <summary>
/// Subjects' keys, wrapped under the master key and unwrapped for one use. New ones are wrapped under the version that the vault names; one that was wrapped
/// while a rotation began is wrapped again.
/// </summary>
public sealed class SubjectVault(ISubjectKeys keys, IMasterKey master, IRandomSource random)
{
    private const string WrappingPurpose = "wrap/subject";

    /// <summary>The subject's key in clear; null where there is none.</summary>
    internal async ValueTask<ClearKey?> Find(string subject, CancellationToken cancellation)
    {
        var wrapped = await keys.Find(subject, cancellation).ConfigureAwait(false);
        while (wrapped is not null)
        {
            try
            {
                return Unwrap(subject, wrapped);
            }
            catch (Exception)
            {
                // A rotation may have wrapped it anew and retired the old version since it was read: only what is still the same is really broken.
                var now = await keys.Find(subject, cancellation).ConfigureAwait(false);
                if (now == wrapped)
                    throw;
                wrapped = now;
            }
        }

        return null;
    }

    /// <summary>The subject's key in clear, made where there was none; null where it has been destroyed.</summary>
    internal async ValueTask<ClearKey?> FindOrMake(string subject, CancellationToken cancellation)
    {
        if (await Find(subject, cancellation).ConfigureAwait(false) is { } found)
            return found;
        while (true)
        {
            var version = await keys.MasterVersion(cancellation).ConfigureAwait(false);
            try
            {
                await keys.AddIfAbsent(subject, WrapNew(subject, version), cancellation).ConfigureAwait(false);
                return await Find(subject, cancellation).ConfigureAwait(false);
            }
            catch (OutdatedMasterVersionException)
            {
                // A rotation began in between: what was wrapped is given up, nothing was sealed under it.
            }
        }
    }

    internal ValueTask Destroy(string subject, CancellationToken cancellation) => keys.Destroy(subject, cancellation);

    /// <summary>The same key, wrapped under another version.</summary>
    internal WrappedKey Rewrap(SubjectKey held, int version)
    {
        using var key = Unwrap(held.Subject, held.Key);
        return Wrap(held.Subject, key, version);
    }

    private WrappedKey WrapNew(string subject, int version)
    {
        using var key = new ClearKey();
        random.Fill(key.Bytes);
        return Wrap(subject, key, version);
    }

    private WrappedKey Wrap(string subject, ClearKey key, int version)
    {
        using var wrapping = Wrapping(version);
        return new WrappedKey(version, Box.Seal(random, wrapping.Bytes, key.Bytes, Bound(subject)));
    }

    private ClearKey Unwrap(string subject, WrappedKey wrapped)
    {
        using var wrapping = Wrapping(wrapped.MasterVersion);
        var plain = Box.Open(wrapping.Bytes, wrapped.Bytes.Span, Bound(subject));
        var key = new ClearKey();
        plain.CopyTo(key.Bytes);
        CryptographicOperations.ZeroMemory(plain);
        return key;
    }

    private ClearKey Wrapping(int version)
    {
        var key = new ClearKey();
        master.Derive(version, WrappingPurpose, key.Bytes);
        return key;
    }

    // A wrapped key is bound to its subject: moved elsewhere it does not open.
    private static byte[] Bound(string subject) => Encoding.UTF8.GetBytes($"{subject}|key");
}
