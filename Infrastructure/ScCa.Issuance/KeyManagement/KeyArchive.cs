using System.Collections.Concurrent;
using System.Security.Cryptography;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Chain;
using ScCa.Signing;

namespace ScCa.Issuance.KeyManagement;

/// <summary>
/// Encryption keys in files of one folder, each wrapped to a public key whose private key exists only as shares in the hands of custodians: nobody who has the
/// folder can open it, and no custodian alone. Lines are only ever added, each chained to the one before it, and are durable before they are answered.
/// </summary>
public sealed class KeyArchive : IKeyManagement, IDisposable
{
    private const string Stem = "keys";

    private const string Opening = "begun";

    private readonly string folder;

    private readonly ArchiveCharter charter;

    private readonly string fingerprint;

    private readonly Sm2PublicKey archiveKey;

    private readonly ChainedFile file;

    private readonly ConcurrentDictionary<string, ArchivedEvent.Applied> applied = new();

    private readonly ConcurrentDictionary<string, Lazy<Task<ArchivedEvent.Applied>>> applying = new();

    private KeyArchive(string folder, ArchiveCharter charter, ChainedFile file)
    {
        (this.folder, this.charter, this.file) = (folder, charter, file);
        (archiveKey, fingerprint) = (charter.Key(), charter.Fingerprint());
        ReadAll();
    }

    /// <summary>The name of the key that private keys are wrapped to.</summary>
    public string KeyName => charter.KeyName();

    public static bool IsIn(string folder) => File.Exists(ArchiveCharter.PathIn(folder));

    /// <summary>
    /// Founds an archive. Each share of its private key is handed out before there is an archive at all, so that no key is ever wrapped that could not be
    /// restored; when this returns, the private key exists nowhere else.
    /// </summary>
    /// <param name="handOut">Is given each share once, and keeps it somewhere durable; the share is wiped after that.</param>
    /// <exception cref="KeyManagementRefusedException">There is one already, or the custodians are too few or one of them stands twice.</exception>
    public static void Found(string folder, IReadOnlyList<string> custodians, int threshold, Action<CustodianShare> handOut)
    {
        ArgumentNullException.ThrowIfNull(custodians);
        ArgumentNullException.ThrowIfNull(handOut);
        if (custodians.Count is < 2 or > SecretSharing.SharesMax || threshold < 2 || threshold > custodians.Count
            || custodians.Distinct(StringComparer.OrdinalIgnoreCase).Count() != custodians.Count
            || custodians.Any(name => string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl)))
            throw new KeyManagementRefusedException(KeyManagementRefusal.CustodiansTooFew);
        if (IsIn(folder))
            throw new KeyManagementRefusedException(KeyManagementRefusal.ArchiveAlreadyThere);
        using var key = Sm2PrivateKey.Generate();
        var entries = new List<ArchiveCharter.Custodian>();
        foreach (var share in Split(key, custodians, threshold))
        {
            using (share)
            {
                entries.Add(new(share.Number, share.Custodian, ArchiveCharter.CommitmentTo(share.Octets)));
                handOut(share);
            }
        }

        new ArchiveCharter(Convert.ToBase64String(key.PublicKey.ExportSubjectPublicKeyInfo()), threshold, entries).WriteTo(folder);
    }

    /// <exception cref="KeyManagementRefusedException">There is none, or it was altered.</exception>
    /// <exception cref="ChainBrokenException">A file of keys was altered.</exception>
    public static KeyArchive Open(string folder)
    {
        var charter = ArchiveCharter.FromFolder(folder);
        return new(folder, charter, ChainedFile.OpenFree(folder, Stem));
    }

    public async ValueTask<EncryptionKeyPair> Apply(KeyApplication application, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(application);
        cancellation.ThrowIfCancellationRequested();
        var task = application.Task.Value;
        // Two at once under one task share one pair.
        var pending = applying.GetOrAdd(task, _ => new(() => Find(task) is { } found ? Task.FromResult(found) : Make(application)));
        try
        {
            var made = await pending.Value.ConfigureAwait(false);
            return made.Recipient.AsSpan().SequenceEqual(application.Recipient.ExportSubjectPublicKeyInfo())
                ? PairOf(made, made.Enveloped)
                : throw new KeyManagementRefusedException(KeyManagementRefusal.TaskIsAnothers);
        }
        finally
        {
            applying.TryRemove(new(task, pending));
        }
    }

    public async ValueTask<EncryptionKeyPair> Restore(KeyRestoration restoration, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(restoration);
        cancellation.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(restoration.Reason))
            throw new KeyManagementRefusedException(KeyManagementRefusal.ReasonMissing);
        var archived = Find(restoration.Task.Value) ?? throw new KeyManagementRefusedException(KeyManagementRefusal.KeyUnknown);
        using var archivePrivate = CustodianMeeting.Unite(charter, restoration.Shares);
        using var key = Unwrap(archivePrivate, archived);
        var enveloped = Sm2EnvelopedKey.Seal(restoration.Recipient, key);
        // On record before it is out: a crash in between leaves a record of what was not given, never the other way round.
        await file.Append(new ArchivedEvent.Restored(
            fingerprint, archived.Task, Iso(restoration.At), restoration.Recipient.ExportSubjectPublicKeyInfo(),
            [.. restoration.Shares.Select(share => share.Custodian)], restoration.Reason).ToLine()).ConfigureAwait(false);
        return PairOf(archived, enveloped);
    }

    public async ValueTask Revoke(SerialNumber task, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        cancellation.ThrowIfCancellationRequested();
        if (Find(task.Value) is null)
            throw new KeyManagementRefusedException(KeyManagementRefusal.KeyUnknown);
        await file.Append(new ArchivedEvent.Revoked(fingerprint, task.Value, Iso(at)).ToLine()).ConfigureAwait(false);
    }

    public void Dispose() => file.Dispose();

    private static List<CustodianShare> Split(Sm2PrivateKey key, IReadOnlyList<string> custodians, int threshold)
    {
        Span<byte> scalar = stackalloc byte[Sm2PrivateKey.SizeInBytes];
        key.ExportScalar(scalar);
        var octets = SecretSharing.Split(scalar, threshold, custodians.Count);
        CryptographicOperations.ZeroMemory(scalar);
        var name = Keys.KeyName.Of(key.PublicKey.ExportSubjectPublicKeyInfo());
        return [.. custodians.Select((custodian, i) => new CustodianShare(name, custodian, (byte)(i + 1), octets[i]))];
    }

    private async Task<ArchivedEvent.Applied> Make(KeyApplication application)
    {
        using var key = Sm2PrivateKey.Generate();
        var made = new ArchivedEvent.Applied(
            fingerprint, application.Task.Value, Iso(application.At), Iso(application.NotAfter), application.Recipient.ExportSubjectPublicKeyInfo(),
            key.PublicKey.ExportSubjectPublicKeyInfo(), Sm2EnvelopedKey.Seal(application.Recipient, key), Wrap(key));
        await file.Append(made.ToLine()).ConfigureAwait(false);
        return applied.GetOrAdd(made.Task, made);
    }

    private byte[] Wrap(Sm2PrivateKey key)
    {
        Span<byte> scalar = stackalloc byte[Sm2PrivateKey.SizeInBytes];
        Span<byte> wrapped = stackalloc byte[Sm2Encryption.CiphertextSizeMax(Sm2PrivateKey.SizeInBytes)];
        key.ExportScalar(scalar);
        var length = Sm2Encryption.Encrypt(archiveKey, scalar, wrapped);
        CryptographicOperations.ZeroMemory(scalar);
        return wrapped[..length].ToArray();
    }

    // The public key on record must be the private key's: a line whose ciphertext was taken from another does not pass.
    private static Sm2PrivateKey Unwrap(Sm2PrivateKey archivePrivate, ArchivedEvent.Applied archived)
    {
        Span<byte> scalar = stackalloc byte[Sm2PrivateKey.SizeInBytes];
        try
        {
            var length = archivePrivate.Decrypt(archived.Wrapped, scalar);
            var key = Sm2PrivateKey.FromScalar(scalar[..length]);
            if (key.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(archived.PublicKey))
                return key;
            key.Dispose();
        }
        catch (Exception e) when (e is Sm2RefusedException or ArgumentException)
        {
            throw new KeyManagementRefusedException(KeyManagementRefusal.ArchivedKeyAltered, e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }

        throw new KeyManagementRefusedException(KeyManagementRefusal.ArchivedKeyAltered);
    }

    // What another process has added since is looked for only where nothing is known here.
    private ArchivedEvent.Applied? Find(string task)
    {
        if (applied.TryGetValue(task, out var known))
            return known;
        foreach (var path in ChainedFile.FilesIn(folder, Stem).Where(path => Path.GetFileName(path) != file.Name))
            Read(Path.GetFileName(path), ChainedReading.OfFile(path));
        return applied.GetValueOrDefault(task);
    }

    private void ReadAll()
    {
        foreach (var path in ChainedFile.FilesIn(folder, Stem))
            Read(Path.GetFileName(path), ChainedReading.OfFile(path));
    }

    private void Read(string name, ChainedReading reading)
    {
        if (reading.BrokenAt is { } line)
            throw new ChainBrokenException(name, line);
        foreach (var archived in reading.Lines.Where(held => held.Content != Opening).Select(held => ArchivedEvent.FromLine(held.Content)))
        {
            if (archived.Charter != fingerprint)
                throw new KeyManagementRefusedException(KeyManagementRefusal.ArchiveUnreadable);
            if (archived is ArchivedEvent.Applied pair)
                applied.TryAdd(pair.Task, pair);
        }
    }

    private static EncryptionKeyPair PairOf(ArchivedEvent.Applied made, byte[] enveloped) => new(Sm2PublicKey.FromSubjectPublicKeyInfo(made.PublicKey), enveloped);

    private static string Iso(Instant instant) => InstantPattern.General.Format(instant);
}
