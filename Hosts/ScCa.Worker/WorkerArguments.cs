using NodaTime;

namespace ScCa.Worker;

/// <summary>What the worker was started with; everything else comes from its configuration.</summary>
internal sealed record WorkerArguments(bool Demo, bool Once, bool IsHelp, string? DataFolder, Instant? AsOf)
{
    /// <summary>The arguments, or null where they are wrong; then it has been said how.</summary>
    public static WorkerArguments? Read(IReadOnlyList<string> arguments)
    {
        var read = new WorkerArguments(Demo: false, Once: false, IsHelp: false, DataFolder: null, AsOf: null);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            if (name is "--data" or "--as-of" && rest.Count == 0)
                return Wrong("usage.value-missing", name);
            WorkerArguments? next = name switch
            {
                "--demo" => read with { Demo = true },
                "--once" => read with { Once = true },
                "--help" or "-h" => read with { IsHelp = true },
                "--data" => read with { DataFolder = rest.Dequeue() },
                "--as-of" => read.Sweeping(rest.Dequeue()),
                _ => Wrong("usage.unknown", name),
            };
            if (next is null)
                return null;
            read = next;
        }

        return read is { AsOf: not null, Once: false } ? Wrong("usage.as-of-without-once", "") : read;
    }

    private WorkerArguments? Sweeping(string text) => ScCa.Application.Inputs.AsOf.TryRead(text, out var at) ? this with { AsOf = at } : Wrong("usage.as-of-malformed", text);

    private static WorkerArguments? Wrong(string key, string what)
    {
        Notice.Print(Console.Error, key, ("what", what));
        Notice.Print(Console.Error, "usage.text");
        return null;
    }
}
