using System.Collections.Concurrent;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Offices;
using ScCa.Issuance.Profiles;
using ScCa.Pki.Certificates;
using ScCa.Pki.RevocationLists;

namespace ScCa.Issuance.Revocation;

/// <summary>The lists of roots as ceremonies have left them in the authority's folder; a newer one is served from when it is put there. For any number of threads.</summary>
/// <param name="certificates">Every authority's certificate by its name.</param>
public sealed class RootListShelf(string folder, IReadOnlyDictionary<string, PkiCertificate> certificates)
{
    // What was verified once is not verified for each who asks; a file of a new number, or another at its place, is.
    private readonly ConcurrentDictionary<string, Verified> verified = new(StringComparer.Ordinal);

    /// <summary>Null where the name is no root's, or it has no list.</summary>
    /// <exception cref="RevocationListDamagedException">The newest list is damaged; the one before would take revocations back.</exception>
    public PublishedFile? Find(string name)
    {
        foreach (var algorithm in AuthorityOffices.Algorithms)
        {
            if (HierarchyFiles.NameOf(CertificateRole.Root, algorithm) == name && certificates.TryGetValue(name, out var root)
                && HierarchyFiles.NewestList(folder, algorithm) is { } path)
                return Published(Listed(name, path, root));
        }

        return null;
    }

    private RevocationList Listed(string name, string path, PkiCertificate root)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (verified.TryGetValue(name, out var kept) && kept.Path == path && kept.Written == written)
            return kept.List;
        try
        {
            var list = RootList.Read(path, root);
            verified[name] = new(path, written, list);
            return list;
        }
        catch (AuthorityRefusedException e)
        {
            throw new RevocationListDamagedException(path, e);
        }
    }

    private static PublishedFile Published(RevocationList list) => new(
        list.Encoded, MediaTypes.RevocationList, list.NextUpdate is { } until ? Instant.FromDateTimeOffset(until) : null);

    private sealed record Verified(string Path, DateTime Written, RevocationList List);
}
