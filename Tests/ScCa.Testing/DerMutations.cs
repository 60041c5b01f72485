using System.Buffers;

namespace ScCa.Testing;

/// <summary>
/// One valid encoding, changed as somebody would who knows its structure: values doubled, dropped, exchanged, given another tag or length, nested deeply, blown
/// up; and at times just bytes, as a bad line would change them. Most results are well-formed encodings of the wrong thing, and so get far into a parser.
/// </summary>
public sealed class DerMutations
{
    private const int NestingMax = 3000;
    private const int BlownUpMax = 4096;

    private readonly byte[] sample;
    private readonly List<DerNode> roots;
    private readonly IReadOnlyList<Action<DerNode, Random>> changes;

    public DerMutations(byte[] sample)
    {
        this.sample = sample;
        roots = DerNode.TryReadAll(sample) is { Count: > 0 } read ? read : throw new ArgumentException("The sample is no encoding.", nameof(sample));
        changes = [ChangeBit, ChangeTag, Drop, Double, Exchange, Splice, Nest, BlowUp, LieAboutLength, Empty, ChangeText, Append];
    }

    /// <summary>The same chance gives the same bytes.</summary>
    public byte[] Next(Random chance) => chance.Next(8) == 0 ? ChangedBytes(chance) : ChangedStructure(chance);

    private byte[] ChangedStructure(Random chance)
    {
        // The outermost value has no neighbours; a shelf around it lets it be dropped or doubled like any other.
        var shelf = new DerNode { Children = roots.ConvertAll(root => root.Clone()) };
        for (var times = 1 + (chance.Next(3) == 0 ? chance.Next(4) : 0); times > 0; times--)
            changes[chance.Next(changes.Count)](shelf, chance);
        var output = new ArrayBufferWriter<byte>(sample.Length + 256);
        foreach (var root in shelf.Children)
            root.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    private byte[] ChangedBytes(Random chance)
    {
        var at = chance.Next(sample.Length);
        switch (chance.Next(4))
        {
            case 0:
                return sample[..at];
            case 1:
                return [.. sample[..at], (byte)chance.Next(256), .. sample[at..]];
            case 2:
                return [.. sample[..at], .. sample[(at + 1)..]];
            default:
                var changed = (byte[])sample.Clone();
                changed[at] = (byte)chance.Next(256);
                return changed;
        }
    }

    private static void ChangeBit(DerNode shelf, Random chance) => WithContent(shelf, chance, node => node.Content[chance.Next(node.Content.Length)] ^= (byte)(1 << chance.Next(8)));

    private static void ChangeText(DerNode shelf, Random chance) => WithContent(shelf, chance, node => node.Content[chance.Next(node.Content.Length)] = (byte)chance.Next(0x20, 0x7F));

    private static void ChangeTag(DerNode shelf, Random chance)
    {
        if (Any(shelf, chance) is not { } node)
            return;
        node.Tag = chance.Next(4) switch
        {
            0 => [(byte)(node.Tag[0] ^ 0x20)],
            1 => [(byte)chance.Next(256)],
            2 => [(byte)((node.Tag[0] & 0xC0) | 0x1F), 0x81, (byte)chance.Next(128)],
            _ => [(byte)(node.Tag[0] ^ (1 << chance.Next(8)))],
        };
    }

    private static void LieAboutLength(DerNode shelf, Random chance)
    {
        if (Any(shelf, chance) is not { } node)
            return;
        var length = node.Content.Length;
        node.Length = chance.Next(7) switch
        {
            0 => [0x80],
            1 => [0x84, 0x7F, 0xFF, 0xFF, 0xFF],
            2 => [0x88, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            3 => [0x82, (byte)(length >> 8), (byte)length],
            4 => [(byte)(length + 1)],
            5 => [(byte)chance.Next(256)],
            _ => [0xFF],
        };
    }

    private static void Drop(DerNode shelf, Random chance) => AmongSiblings(shelf, chance, (siblings, at) => siblings.RemoveAt(at));

    private static void Double(DerNode shelf, Random chance) => AmongSiblings(shelf, chance, (siblings, at) =>
    {
        for (var times = chance.Next(8) == 0 ? 200 : 1; times > 0; times--)
            siblings.Insert(at, siblings[at].Clone());
    });

    private static void Exchange(DerNode shelf, Random chance) => AmongSiblings(shelf, chance, (siblings, at) =>
    {
        var other = chance.Next(siblings.Count);
        (siblings[at], siblings[other]) = (siblings[other], siblings[at]);
    });

    private static void Splice(DerNode shelf, Random chance)
    {
        var other = Any(shelf, chance)?.Clone();
        AmongSiblings(shelf, chance, (siblings, at) => siblings[at] = other ?? siblings[at]);
    }

    private static void Append(DerNode shelf, Random chance)
    {
        var other = Any(shelf, chance)?.Clone();
        AmongSiblings(shelf, chance, (siblings, _) => siblings.Add(other ?? new DerNode { Tag = [0x05] }));
    }

    private static void Empty(DerNode shelf, Random chance)
    {
        if (Any(shelf, chance) is { } node)
            (node.Children, node.Content) = (null, []);
    }

    private static void BlowUp(DerNode shelf, Random chance) => WithContent(shelf, chance, node =>
    {
        var content = new byte[chance.Next(BlownUpMax)];
        switch (chance.Next(3))
        {
            case 0:
                chance.NextBytes(content);
                break;
            case 1:
                content.AsSpan().Fill(node.Content[0]);
                break;
            default:
                content.AsSpan().Fill((byte)(chance.Next(2) == 0 ? 0x00 : 0xFF));
                break;
        }

        node.Content = content;
    });

    // Put together here and not as nodes, which would recurse.
    private static void Nest(DerNode shelf, Random chance)
    {
        if (Any(shelf, chance) is not { } node)
            return;
        byte[] wrapper = chance.Next(3) switch { 0 => node.Tag, 1 => [0x30], _ => [0xA0] };
        var headers = new Stack<byte[]>();
        var length = 0;
        for (var depth = chance.Next(4) == 0 ? NestingMax : chance.Next(40); depth > 0; depth--)
        {
            byte[] header = [.. wrapper, .. DerNode.LengthOf(length)];
            headers.Push(header);
            length += header.Length;
        }

        (node.Children, node.Content) = (null, [.. headers.SelectMany(header => header)]);
    }

    private static void WithContent(DerNode shelf, Random chance, Action<DerNode> change)
    {
        var all = All(shelf).FindAll(node => node.Content.Length > 0);
        if (all.Count == 0)
            return;
        var node = all[chance.Next(all.Count)];
        node.Content = (byte[])node.Content.Clone();
        change(node);
    }

    private static void AmongSiblings(DerNode shelf, Random chance, Action<List<DerNode>, int> change)
    {
        var all = All(shelf).FindAll(node => node.Children is { Count: > 0 });
        if (shelf.Children is { Count: > 0 })
            all.Add(shelf);
        if (all.Count == 0)
            return;
        var siblings = all[chance.Next(all.Count)].Children!;
        change(siblings, chance.Next(siblings.Count));
    }

    private static DerNode? Any(DerNode shelf, Random chance)
    {
        var all = All(shelf);
        return all.Count > 0 ? all[chance.Next(all.Count)] : null;
    }

    private static List<DerNode> All(DerNode shelf)
    {
        var all = new List<DerNode>();
        foreach (var child in shelf.Children!)
            child.CollectInto(all);
        return all;
    }
}
