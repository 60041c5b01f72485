using System.Collections.Immutable;

namespace ScCa.Architecture.Tests;

/// <summary>What a rule lets pass, each with its reason. An entry that nothing needs any more is itself a violation.</summary>
internal sealed class Allowed(params ImmutableArray<(string Where, string Reason)> entries)
{
    /// <summary>The findings that are not allowed, and the entries that no finding needs; <paramref name="found"/> names each finding's place.</summary>
    public IEnumerable<string> Except(IEnumerable<(string Where, string What)> found, bool isWholeRepository)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var left = new List<string>();
        foreach (var (where, what) in found)
        {
            if (entries.Any(e => e.Where == where))
                used.Add(where);
            else
                left.Add($"{where}: {what}");
        }

        if (isWholeRepository)
            left.AddRange(entries.Where(e => !used.Contains(e.Where)).Select(e => $"{e.Where}: is allowed (\"{e.Reason}\"), but nothing there needs it"));
        return left;
    }
}
