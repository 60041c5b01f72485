using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>
/// Documents that people hand in, sealed under their subject's key and found again by what they are (A7). The digest is SHA-256 of the document itself, so
/// that whoever has the document can show that it is the one an event names; at rest it lies under a keyed name that says nothing of it.
/// </summary>
public sealed class Materials(SubjectVault vault, LastingSecret secret, IMaterialStore store, IRandomSource random)
{
    public const int BytesMax = 20 * 1024 * 1024;

    private static readonly int SealedBytesMax = SealedMaterial.SizeMax(BytesMax);

    /// <summary>Keeps the document; the same document of the same subject is one. A damaged one is made whole by handing it in again.</summary>
    /// <exception cref="MaterialTooLargeException">It is longer than <see cref="BytesMax"/>.</exception>
    /// <exception cref="SubjectErasedException">The subject's key has been destroyed.</exception>
    public async ValueTask<Digest> Put(SubjectId subject, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        if (content.Length > BytesMax)
            throw new MaterialTooLargeException(BytesMax);
        var digest = Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(content.Span)));
        using var key = await vault.FindOrMake(subject.Value, cancellation).ConfigureAwait(false) ?? throw new SubjectErasedException(subject);
        var sealedBytes = SealedMaterial.Seal(random, key, new Material(mediaType, content), Bound(subject, digest));
        await store.Put(subject.Value, NameOf(subject, digest), sealedBytes, cancellation).ConfigureAwait(false);
        return digest;
    }

    /// <summary>The document; null where there is none, or its subject has been erased.</summary>
    /// <exception cref="MaterialDamagedException">What lies there is not what was put there.</exception>
    public async ValueTask<Material?> Open(SubjectId subject, Digest digest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(digest);
        using var key = await vault.Find(subject.Value, cancellation).ConfigureAwait(false);
        if (key is null)
            return null;
        try
        {
            return await store.Find(subject.Value, NameOf(subject, digest), SealedBytesMax, cancellation).ConfigureAwait(false) is { } found
                ? SealedMaterial.Open(key, found.Span, Bound(subject, digest))
                : null;
        }
        catch (Exception reason) when (reason is CryptographicException or InvalidDataException)
        {
            throw new MaterialDamagedException(digest.Value, reason);
        }
    }

    /// <summary>Deletes all that the subject has handed in.</summary>
    internal ValueTask DeleteAll(SubjectId subject, CancellationToken cancellation) => store.DeleteAll(subject.Value, cancellation);

    private static byte[] Bound(SubjectId subject, Digest digest) => Encoding.UTF8.GetBytes($"{subject.Value}|material|{digest.Value}");

    // Documents can be guessed: whoever sees the folder must not learn from a name that somebody has handed in a certain one.
    private string NameOf(SubjectId subject, Digest digest)
    {
        using var key = new ClearKey();
        secret.Derive("name/material", key.Bytes);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Bound(subject, digest)));
    }
}
