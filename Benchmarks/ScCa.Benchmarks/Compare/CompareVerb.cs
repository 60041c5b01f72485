namespace ScCa.Benchmarks.Compare;

/// <summary><c>compare NAME [--pairs N] [--quick]</c> and <c>compare --list</c>.</summary>
public sealed class CompareVerb(IReadOnlyList<ICompared> all, TextWriter output, TextWriter error)
{
    private const int Misused = 2;
    private const string Usage = "compare NAME [--pairs N] [--quick] | compare --list";

    public async Task<int> Run(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args is ["--list"])
        {
            foreach (var compared in all)
            {
                await output.WriteLineAsync($"{compared.Name}\t{compared.Unit.Name}\t{compared.What}");
            }

            return 0;
        }

        if (Read(args) is not { } asked)
        {
            await error.WriteLineAsync($"Usage: {Usage}");
            return Misused;
        }

        if (all.SingleOrDefault(compared => compared.Name == asked.Name) is not { } found)
        {
            await error.WriteLineAsync($"Nothing is compared under the name '{asked.Name}'. There is: {string.Join(", ", all.Select(compared => compared.Name))}");
            return Misused;
        }

        await output.WriteLineAsync(found.What);
        var result = await AlternatingPairs.Run(found, asked.Pairs, asked.Effort, output.WriteLine, cancellation);
        await output.WriteLineAsync(result.ToString());
        await output.WriteLineAsync(result.ToJson());
        return 0;
    }

    private static (string Name, int Pairs, Effort Effort)? Read(IReadOnlyList<string> args)
    {
        (string? Name, int Pairs, Effort Effort) asked = (null, AlternatingPairs.PairsMin, Effort.Full);
        for (var n = 0; n < args.Count; n++)
        {
            switch (args[n])
            {
                case "--quick":
                    asked.Effort = Effort.Quick;
                    break;
                case "--pairs" when n + 1 < args.Count && int.TryParse(args[n + 1], out var pairs) && pairs >= AlternatingPairs.PairsMin:
                    asked.Pairs = pairs;
                    n++;
                    break;
                case var name when asked.Name is null && !name.StartsWith('-'):
                    asked.Name = name;
                    break;
                default:
                    return null;
            }
        }

        return asked.Name is null ? null : (asked.Name, asked.Pairs, asked.Effort);
    }
}
