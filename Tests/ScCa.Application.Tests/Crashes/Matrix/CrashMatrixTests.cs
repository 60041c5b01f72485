using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Application.Tests.Crashes.Matrix;

/// <summary>
/// One whole life with real keys, in which the process dies at every point where it writes or signs, before the effect and after it. The points are counted while
/// it is lived undisturbed: nobody has to think of them. Each further life dies once in every act.
/// </summary>
public sealed class CrashMatrixTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Stride = 8;

    private readonly AuthorityFolders folders = new();

    [Fact, Trait("rule", "C1")]
    public async Task Wherever_a_process_dies_each_signature_has_its_intent_and_each_grant_one_generation() =>
        Assert.Empty(await Matrix(Stride, write => !write.IsBookkeeping, defect: null));

    [Fact, Trait("set", "long"), Trait("rule", "C1")]
    public async Task At_each_and_every_point_each_signature_has_its_intent_and_each_grant_one_generation() => Assert.Empty(await Matrix(1, _ => true, defect: null));

    [Fact, Trait("rule", "C1")]
    public async Task Who_dies_with_a_line_in_the_journal_and_before_the_key_was_asked_gives_the_intent_up() =>
        Assert.Empty(await Matrix(1, write => write.Place == PerilousAuthority.BeforeTheKey, defect: null));

    [Fact]
    public async Task An_authority_that_signs_before_the_intent_is_noticed()
    {
        var faults = await Matrix(1, write => write.Place == "authority", services => Wrapping.Each<ICertificateAuthority>(services, real => new SignsFirst(real)));

        Assert.Contains(faults, fault => fault.Contains("was signed and never intended", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("WithoutIntent", StringComparison.Ordinal));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => folders.DisposeAsync();

    private async Task<IReadOnlyList<string>> Matrix(int stride, Func<Write, bool> isPoint, Action<IServiceCollection>? defect)
    {
        var (calm, points) = await Undisturbed(isPoint, defect);
        var faults = new List<string>();
        var lives = points.Max(p => p.Count);
        for (var nth = 0; nth < lives; nth += stride)
        {
            foreach (var kind in Enum.GetValues<FaultKind>())
            {
                // An act of fewer points is gone through again, from another of them.
                var deaths = points.Select(p => p.Count == 0 ? null : new Peril(p[(nth + (nth / p.Count)) % p.Count], kind, IsFatal: true)).ToList();
                faults.AddRange((await Lived(calm, deaths, defect)).Select(fault => $"Deaths at {string.Join(' ', deaths.Select(d => d?.At))} ({kind}): {fault}"));
            }
        }

        output.WriteLine($"{points.Sum(p => p.Count)} points in {WholeLife.Acts.Count} acts, {(lives + stride - 1) / stride * 2} lives");
        return faults;
    }

    private async Task<(string Outcome, IReadOnlyList<IReadOnlyList<int>> Points)> Undisturbed(Func<Write, bool> isPoint, Action<IServiceCollection>? defect)
    {
        var offices = await folders.Next();
        await using var life = new WholeLife(offices, defect);
        var writes = await life.Live(_ => null);
        return (await life.Outcome(), [.. writes.Select(act => (IReadOnlyList<int>)[.. act.Index().Where(w => isPoint(w.Item)).Select(w => w.Index + 1)])]);
    }

    private async Task<IReadOnlyList<string>> Lived(string calm, List<Peril?> deaths, Action<IServiceCollection>? defect)
    {
        var offices = await folders.Next();
        var life = new WholeLife(offices, defect);
        var faults = new List<string>();
        try
        {
            await life.Live(act => deaths[act]);
            if (await life.Outcome() is var outcome && outcome != calm)
                faults.Add($"It came to\n{outcome}\nand not to\n{calm}");
        }
        finally
        {
            await life.DisposeAsync();
        }

        faults.AddRange(new SigningHistory(await life.Events()).Faults(offices));
        folders.Remove(offices);
        return faults;
    }
}
