namespace ScCa.Application.Privacy;

/// <summary>Opens names at read time; what is opened is shown and never stored.</summary>
public sealed class ShownNames(PersonalData personal)
{
    public async ValueTask<ShownName> Open(ShownName name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name is { Subject: { } subject, Sealed: { } sealedName }
            ? name with { Clear = await personal.Open(subject, name.Field, sealedName, cancellation).ConfigureAwait(false) }
            : name;
    }

    /// <summary>Opens the name in each of the rows.</summary>
    internal async Task<IReadOnlyList<T>> Open<T>(IEnumerable<T> rows, Func<T, ShownName> name, Func<T, ShownName, T> with, CancellationToken cancellation)
    {
        List<T> opened = [];
        foreach (var row in rows)
            opened.Add(with(row, await Open(name(row), cancellation).ConfigureAwait(false)));
        return opened;
    }
}
