using ScCa.Domain.Certificates;
using ScCa.Issuance.Chain;

namespace ScCa.Issuance.Journal;

/// <summary>Compares what the keys signed with what the history committed to.</summary>
public static class JournalCheck
{
    /// <summary>Everything there is to say about the journals of a folder, file by file; empty where all is as it should be.</summary>
    /// <param name="intents">Every intent of the history, abandoned ones too.</param>
    public static IReadOnlyList<JournalFinding> Check(string folder, IEnumerable<(SerialNumber Serial, Digest Digest)> intents)
    {
        var known = intents.Select(intent => (intent.Serial.Value, intent.Digest.Value)).ToHashSet();
        var seen = new HashSet<string>();
        var findings = new List<JournalFinding>();
        foreach (var path in ChainedFile.FilesIn(folder, SignatureJournal.Stem))
            Check(Path.GetFileName(path), ChainedReading.OfFile(path), known, seen, findings);
        return findings;
    }

    private static void Check(string file, ChainedReading reading, HashSet<(string Serial, string Digest)> known, HashSet<string> seen, List<JournalFinding> findings)
    {
        var open = new SortedDictionary<long, JournalEntry>();
        // The first line opens the file.
        foreach (var line in reading.Lines.Skip(1))
        {
            switch (JournalEntry.TryFromLine(line.Content))
            {
                case JournalEntry.Begun begun:
                    if (!known.Contains((begun.Serial, begun.Digest)))
                        findings.Add(new(JournalFindingKind.WithoutIntent, file, line.Number, begun.Serial));
                    if (!seen.Add(begun.Serial))
                        findings.Add(new(JournalFindingKind.SignedTwice, file, line.Number, begun.Serial));
                    open[line.Number] = begun;
                    break;
                case JournalEntry.Ended ended when open.TryGetValue(ended.Line, out var begun) && (begun.Serial, begun.Digest) == (ended.Serial, ended.Digest):
                    open.Remove(ended.Line);
                    break;
                default:
                    findings.Add(new(JournalFindingKind.LineUnreadable, file, line.Number, null));
                    break;
            }
        }

        findings.AddRange(open.Select(left => new JournalFinding(JournalFindingKind.OutcomeUnknown, file, left.Key, left.Value.Serial)));
        if (reading.BrokenAt is { } broken)
            findings.Add(new(JournalFindingKind.ChainBroken, file, broken, null));
        if (reading.IsTorn)
            findings.Add(new(JournalFindingKind.TornLastLine, file, null, null));
    }
}
