using NodaTime;
using ScCa.Issuance.Journal;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;

namespace ScCa.Composition;

/// <summary>What the real authority keeps in the data folder: its journal of signatures, and, where a ceremony has put them there, its key archive and profiles.</summary>
internal sealed class AuthorityRecords : IDisposable
{
    private readonly KeyArchive? archive;

    private AuthorityRecords(SignatureJournal journal, KeyArchive? archive, ProfileBook profiles) => (Journal, this.archive, Profiles) = (journal, archive, profiles);

    public SignatureJournal Journal { get; }

    /// <summary>Null where no archive was founded: then no pairs of certificates are issued.</summary>
    public IKeyManagement? KeyManagement => archive;

    public ProfileBook Profiles { get; }

    public static AuthorityRecords Open(DataFolder folder, IClock clock)
    {
        var profiles = ProfilesOf(folder);
        var journal = SignatureJournal.Open(folder.Signatures, clock);
        try
        {
            return new(journal, KeyArchive.IsIn(folder.KeyArchive) ? KeyArchive.Open(folder.KeyArchive) : null, profiles);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>The operator's own profiles where he has some, over those that come with the program.</summary>
    public static ProfileBook ProfilesOf(DataFolder folder) => Directory.Exists(folder.Profiles) ? ProfileBook.FromFolder(folder.Profiles) : ProfileBook.Defaults;

    public void Dispose()
    {
        archive?.Dispose();
        Journal.Dispose();
    }
}
