using System.Buffers.Binary;

namespace ScCa.Application.Tests.Bounded;

/// <summary>
/// The B-trees of a closed database: how deep each is (SQLite's file format, §1.6), and which of them a statement descends. One descent asks for as many pages as
/// the tree is deep: that, and nothing else, may grow with a population.
/// </summary>
internal sealed class Trees : IDisposable
{
    private const int PageBytes = 4096;
    private const int FileHeaderBytes = 100;
    private const int RightmostChild = 8;

    private readonly BulkFile database;
    private readonly Dictionary<long, int> depths;

    public Trees(string path)
    {
        database = new(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var roots = database.Read("SELECT rootpage FROM sqlite_master WHERE rootpage > 0", 1).Select(row => (long)row[0]).Append(1);
        depths = roots.ToDictionary(root => root, root => Depth(file, root));
    }

    public void Dispose() => database.Dispose();

    /// <summary>How much deeper each tree is than in the other database, by the page of its root, which is the same in both.</summary>
    public IReadOnlyDictionary<long, int> DeeperThan(Trees other) => depths.ToDictionary(tree => tree.Key, tree => tree.Value - other.depths[tree.Key]);

    /// <summary>The trees that the statement descends, each with whether it does so for every row that it hands over, and not once in a run.</summary>
    public IReadOnlyList<(long Root, bool ForEachRow)> DescendedBy(string sql)
    {
        var program = database.Read($"EXPLAIN {sql}", 5).Select(op => (Name: (string)op[1], P1: (long)op[2], P2: (long)op[3], P3: (long)op[4])).ToList();
        // A row's other half is looked up by its number, found in the row before.
        var perRow = program.Where(op => op.Name is "SeekRowid" or "NotExists").Select(op => op.P1)
            .Concat(program.Where(op => op.Name == "DeferredSeek").Select(op => op.P3)).ToHashSet();
        return [.. program.Where(op => op.Name is "OpenRead" or "OpenWrite").Select(op => (op.P2, perRow.Contains(op.P1)))];
    }

    private static int Depth(FileStream file, long page)
    {
        var header = new byte[RightmostChild + sizeof(uint)];
        for (var depth = 1; ; depth++)
        {
            file.Position = (page - 1) * PageBytes + (page == 1 ? FileHeaderBytes : 0);
            file.ReadExactly(header);
            // 2 and 5 are the interior pages of an index and of a table.
            if (header[0] is not (2 or 5))
                return depth;
            page = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(RightmostChild));
        }
    }
}
