using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Chain;

namespace ScCa.Issuance.Journal;

/// <summary>
/// The signer's own record of what its keys signed, independent of the history: a line that is durable before each signature, and one after it. Signers that
/// come at the same time share one flush; the line after a signature is flushed with whatever comes next, and soon in any case. Lost with a power cut it
/// leaves a signature of unknown outcome, as its intent is then. <b>Concurrency</b>: safe from any thread; each process has a file of its own.
/// </summary>
public sealed class SignatureJournal : IDisposable
{
    internal const string Stem = "signatures";

    private readonly ChainedFile file;

    private readonly IClock clock;

    private SignatureJournal(ChainedFile file, IClock clock) => (this.file, this.clock) = (file, clock);

    /// <summary>A torn last line was found and cut off: nobody signed on the strength of it.</summary>
    public bool WasTorn => file.WasTorn;

    /// <summary>How often the disk was asked to flush.</summary>
    public long Flushes => file.Flushes;

    /// <exception cref="ChainBrokenException">A file was altered: nothing is signed until a person has seen to it.</exception>
    public static SignatureJournal Open(string folder, IClock clock) => new(ChainedFile.OpenFree(folder, Stem), clock);

    /// <summary>On record when the task is done: only then may the key sign. Answers with the number of the line.</summary>
    /// <param name="purpose">What is signed, in a word.</param>
    public async Task<long> Begin(SerialNumber serial, Digest digest, string key, string purpose, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(serial);
        ArgumentNullException.ThrowIfNull(digest);
        cancellation.ThrowIfCancellationRequested();
        return (await file.Append(new JournalEntry.Begun(serial.Value, digest.Value, Now(), key, purpose).ToLine()).ConfigureAwait(false)).Number;
    }

    /// <summary>The same for a ceremony, which is held step by step.</summary>
    internal long BeginAndWait(SerialNumber serial, Digest digest, string key, string purpose) =>
        file.AppendAndWait(new JournalEntry.Begun(serial.Value, digest.Value, Now(), key, purpose).ToLine()).Number;

    /// <summary>Records the outcome; nobody waits for it.</summary>
    public void End(SerialNumber serial, Digest digest, long line, bool isSigned)
    {
        ArgumentNullException.ThrowIfNull(serial);
        ArgumentNullException.ThrowIfNull(digest);
        file.AppendSoon(new JournalEntry.Ended(serial.Value, digest.Value, Now(), line, isSigned).ToLine());
    }

    public void Dispose() => file.Dispose();

    private string Now() => InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant());
}
