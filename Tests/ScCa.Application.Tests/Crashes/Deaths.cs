using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Domain.Units;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Deaths at one step's writes, one after the other and in either way.</summary>
internal static class Deaths
{
    /// <summary>The ways in which a death at one of the step's writes, within the last of the acts, leads elsewhere.</summary>
    public static async Task<FaultKind[]> Noticed(string step, Action<IServiceCollection>? defect, int deathsMax, params Act[] acts)
    {
        var noticed = new SortedSet<FaultKind>();
        for (var nth = 0; nth < deathsMax; nth++)
        {
            foreach (var kind in Enum.GetValues<FaultKind>())
            {
                var hasStruck = false;
                await using var worlds = new TwoWorlds(defect);
                foreach (var act in acts)
                {
                    await worlds.Do(act, writes =>
                    {
                        var at = act == acts[^1] ? PlacesOf(step, writes) : [];
                        hasStruck |= at.Count > nth;
                        return at.Skip(nth).Take(1).Select(n => new Peril(n, kind, IsFatal: true));
                    });
                }

                if (!hasStruck)
                    return nth == 0 ? throw new TestFailedException($"{step} writes nothing.") : [.. noticed];
                if (await Record.ExceptionAsync(worlds.Agree) is TestFailedException)
                    noticed.Add(kind);
            }
        }

        return [.. noticed];
    }

    // Both at the same unit, by the same handler.
    public static Act Issue(int which)
    {
        var form = Units.OfUnit(string.Create(CultureInfo.InvariantCulture, $"apply-{which}"), 0, 0);
        return new Act("issue", process => Lives.Issue(process, form, form.HolderName!, Paid.Exactly));
    }

    public static Act Move() => new("move", async process =>
    {
        var unit = (RegisteredUnit)await process.State<Unit>(Units.CreditCodes[0]);
        await process.MoveHandler("move", Units.CreditCodes[0], unit.Handlers[0].Subject.Value, Units.PhoneOf(1));
    });

    private static List<int> PlacesOf(string step, IReadOnlyList<Write> writes) => [.. writes.Index()
        .Where(w => w.Item.Step == step && !w.Item.Place.StartsWith(Write.Checkpoints, StringComparison.Ordinal)).Select(w => w.Index + 1)];
}
