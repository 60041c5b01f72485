namespace ScCa.Application.Views;

/// <summary>
/// Writes that need not wait for each other and so share a flush: a store that makes many durable at once is given all of them before any is waited for. What
/// is done or has failed at once is known at once, so that nothing goes on behind a failure that has been seen.
/// </summary>
internal sealed class SharedFlush
{
    private readonly List<Task> waiting = [];

    /// <summary>Waits for it only where there is nothing to wait for.</summary>
    public Task Add(Task write)
    {
        if (write.IsCompleted)
            return write;
        waiting.Add(write);
        return Task.CompletedTask;
    }

    /// <summary>All of them, each to its end.</summary>
    public Task Done() => Task.WhenAll(waiting);
}
