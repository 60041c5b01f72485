using NodaTime;
using ScCa.Issuance;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Journal;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;
using ScCa.Keys;

namespace ScCa.Composition;

/// <summary>The real authority of a ceremony's folder, with its journal and its key archive; all of it is closed together.</summary>
internal sealed class OpenedAuthority : IDisposable
{
    private static readonly KeyAlgorithm[] Algorithms = [KeyAlgorithm.Sm2, KeyAlgorithm.EcdsaP256, KeyAlgorithm.RsaPkcs1];

    private readonly KeyArchive? archive;

    private OpenedAuthority(CertificateAuthority authority, SignatureJournal journal, KeyArchive? archive) =>
        (Authority, Journal, this.archive) = (authority, journal, archive);

    public CertificateAuthority Authority { get; }

    public SignatureJournal Journal { get; }

    public IReadOnlyList<IssuingAuthority> Issuers => Authority.Issuers;

    public static OpenedAuthority Open(AuthorityFolder folder, IClock clock)
    {
        var journal = SignatureJournal.Open(folder.Folder, clock);
        List<IDisposable> opened = [journal];
        try
        {
            List<IssuingAuthority> issuers = [];
            foreach (var algorithm in Algorithms.Where(algorithm => File.Exists(HierarchyFiles.KeyFile(folder.Folder, CertificateRole.Issuing, algorithm))))
            {
                issuers.Add(Issuing(folder, algorithm, journal));
                opened.Add(issuers[^1]);
            }

            var archive = KeyArchive.IsIn(folder.Folder) ? KeyArchive.Open(folder.Folder) : null;
            if (archive is not null)
                opened.Add(archive);
            return new OpenedAuthority(CertificateAuthority.Over(issuers, ProfileBook.Defaults, archive, clock), journal, archive);
        }
        catch
        {
            foreach (var one in Enumerable.Reverse(opened))
                one.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Authority.Dispose();
        archive?.Dispose();
        Journal.Dispose();
    }

    private static IssuingAuthority Issuing(AuthorityFolder folder, KeyAlgorithm algorithm, SignatureJournal journal)
    {
        using var password = Password.FromFile(folder.PasswordFile);
        var key = FileKey.Open(HierarchyFiles.KeyFile(folder.Folder, CertificateRole.Issuing, algorithm), password.Characters);
        try
        {
            var certificate = CaCertificate.FromFile(HierarchyFiles.CertificateFile(folder.Folder, CertificateRole.Issuing, algorithm));
            return new IssuingAuthority(HierarchyFiles.NameOf(CertificateRole.Issuing, algorithm), certificate, key, journal);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
