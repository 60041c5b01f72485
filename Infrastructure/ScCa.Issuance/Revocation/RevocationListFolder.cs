using System.Globalization;
using System.Security.Cryptography;
using ScCa.Application.Ports;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Keys;

namespace ScCa.Issuance.Revocation;

/// <summary>Signed lists as files, each under its number. Which one counts is the events' to say, and its digest shows that it is the one.</summary>
public sealed class RevocationListFolder(string folder)
{
    /// <summary>When this returns, the file is there whole and survives a power cut.</summary>
    public Digest Put(RevocationListId list, long number, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(list, number);
        // A number is written once; what lies there already was never recorded, or it would not be written again.
        File.Delete(path);
        PrivateFile.Create(path, bytes);
        return Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <exception cref="RevocationListDamagedException">What lies there is not what was issued, or nothing does.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Read(RevocationListId list, IssuedRevocationList issued, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(issued);
        return await Find(list, issued, cancellation).ConfigureAwait(false) ?? throw new RevocationListDamagedException(PathOf(list, issued.Number));
    }

    /// <summary>Whether the file is what was issued.</summary>
    public async ValueTask<bool> IsSound(RevocationListId list, IssuedRevocationList issued, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(issued);
        return await Find(list, issued, cancellation).ConfigureAwait(false) is not null;
    }

    private async ValueTask<byte[]?> Find(RevocationListId list, IssuedRevocationList issued, CancellationToken cancellation)
    {
        var path = PathOf(list, issued.Number);
        if (!File.Exists(path))
            return null;
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == issued.File.Value ? bytes : null;
    }

    /// <summary>Deletes the lists before a number: they are proven by their events, and nobody asks for them any more.</summary>
    public void DeleteBefore(RevocationListId list, long number)
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"{list.Value}.*.crl"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (long.TryParse(name[(list.Value.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var old) && old < number)
                File.Delete(path);
        }
    }

    /// <summary>Where the list of this number lies, or would.</summary>
    public string PathOf(RevocationListId list, long number)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{list.Value}.{number}.crl"));
    }
}
