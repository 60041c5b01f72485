using ScCa.Gateways.Lines;

namespace ScCa.Gateways.Partners;

/// <summary>What a stand-in remembers across threads, processes and restarts: a file of lines, of which the last one of a key counts.</summary>
internal sealed class LocalRecords<T>(string folder, string name, Func<T, string> keyOf) where T : class
{
    private readonly LinesFile file = new(folder, name);

    private readonly KnownLines<T> known = new();

    /// <summary>Finds, decides and writes while nobody else can.</summary>
    public Task<TResult> With<TResult>(Func<LocalShelf<T>, TResult> work, CancellationToken cancellation) =>
        file.WithLock(lines => work(new LocalShelf<T>(lines, known.CatchUp(lines), keyOf)), cancellation);
}

/// <summary>The records while their file is locked.</summary>
internal sealed class LocalShelf<T>(OpenLines lines, IReadOnlyList<T> all, Func<T, string> keyOf) where T : class
{
    public IReadOnlyList<T> All => all;

    public T? Find(string key) => all.LastOrDefault(record => keyOf(record) == key);

    public T Put(T record)
    {
        lines.Append(record);
        return record;
    }
}
