using System.Collections.Immutable;
using System.Globalization;

namespace ScCa.Testing;

/// <summary>The choices of one step of a sequence. The first of what is offered counts as the simplest: a failing case is made smaller towards it.</summary>
public sealed class Choices
{
    private readonly ImmutableArray<int> row;
    private readonly Coverage coverage;
    private readonly List<string>? log;
    private readonly Action<int> drawn;
    private int next;

    internal Choices(ImmutableArray<int> row, Coverage coverage, List<string>? log, Action<int> drawn) =>
        (this.row, this.coverage, this.log, this.drawn) = (row, coverage, log, drawn);

    /// <summary>A number from 0 to <paramref name="max"/>, both included.</summary>
    public int Int(int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return (int)(Next() % ((long)max + 1));
    }

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>, both included; the simplest is <paramref name="min"/>.</summary>
    public int Int(int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        return min + Int(max - min);
    }

    public bool Bool() => Int(1) == 1;

    /// <summary>One of what is possible now.</summary>
    public T Pick<T>(IReadOnlyList<T> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Count > 0
            ? options[Int(options.Count - 1)]
            : throw new InvalidOperationException("There is nothing to pick from: a step must offer something in every state.");
    }

    /// <summary>One of the options, as often as its weight says; a weight of 0 is never picked.</summary>
    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Option)> options)
    {
        var total = 0;
        foreach (var (weight, _) in options)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(options));
            total = checked(total + weight);
        }

        if (total == 0)
            throw new InvalidOperationException("There is nothing to pick from: a step must offer something in every state.");
        var at = Int(total - 1);
        foreach (var (weight, option) in options)
        {
            if (at < weight)
                return option;
            at -= weight;
        }

        throw new InvalidOperationException("The weights add up to more than their sum.");
    }

    /// <summary>Notes that something happened: an event, a refusal. Shown with the failing case, counted over all sequences.</summary>
    public void Count(string label)
    {
        coverage.Add(label);
        log?.Add(label);
    }

    /// <summary>Shown with the failing case only.</summary>
    public void Note(string text) => log?.Add(text);

    public override string ToString() => string.Join(' ', row.Take(next).Select(c => c.ToString(CultureInfo.InvariantCulture)));

    private int Next()
    {
        var choice = next < row.Length ? row[next] : 0;
        next++;
        drawn(next);
        return choice;
    }
}
