using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Domain.Units;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Crashes;

/// <summary>What the property compares notices each of these: every write of the step dies in either way, and some of these deaths show.</summary>
public sealed class PlantedDefectsTests
{
    [Fact]
    public async Task A_second_half_that_is_named_by_the_moment_is_noticed_where_its_answer_was_lost() => Assert.Equal(
        [FaultKind.Written],
        await NoticedAt<NotifyHandlers>(nameof(NotifyHandlers), provider => ActivatorUtilities.CreateInstance<NotifyHandlers>(
            provider, new NamedByTheMoment(provider.GetRequiredService<ICommands>(), provider.GetRequiredService<IEventStore>())), Issue(1)));

    [Fact]
    public async Task A_reaction_that_is_acknowledged_before_its_command_is_noticed_where_the_command_was_not_written() => Assert.Contains(
        FaultKind.NotWritten,
        await NoticedAt<RegisterUnits>(nameof(AcknowledgesFirst), provider => new AcknowledgesFirst(
            ActivatorUtilities.CreateInstance<RegisterUnits>(provider), provider.GetRequiredService<IReactionCheckpoints>()), Issue(1)));

    [Fact]
    public async Task A_claim_that_is_counted_and_never_confirmed_is_noticed() => Assert.Equal(
        [FaultKind.NotWritten, FaultKind.Written],
        await NoticedAt<CountClaimedTransfers>(nameof(ConfirmsAtOnce), provider => ActivatorUtilities.CreateInstance<ConfirmsAtOnce>(provider), Issue(1)));

    [Fact]
    public async Task A_move_that_stops_after_the_first_certificate_is_noticed() => Assert.Equal(
        [FaultKind.NotWritten, FaultKind.Written],
        await NoticedAt<MoveHandlers>(nameof(StopsAfterTheFirst), provider => ActivatorUtilities.CreateInstance<StopsAfterTheFirst>(
            provider, ActivatorUtilities.CreateInstance<MoveHandlers>(provider)), Issue(1), Issue(2), Move()));

    [Theory]
    [InlineData(nameof(NotifyHandlers))]
    [InlineData(nameof(RegisterUnits))]
    [InlineData(nameof(CountClaimedTransfers))]
    [InlineData(nameof(MoveHandlers))]
    public async Task Without_a_defect_nothing_is_noticed_there(string step) =>
        Assert.Empty(await Noticed(step, null, step == nameof(MoveHandlers) ? [Issue(1), Issue(2), Move()] : [Issue(1)]));

    private static Task<FaultKind[]> NoticedAt<T>(string step, Func<IServiceProvider, IReaction> defect, params Act[] acts) where T : IReaction => Noticed(
        step,
        services =>
        {
            services.Remove(services.Single(s => s.ServiceType == typeof(IReaction) && s.ImplementationType == typeof(T)));
            services.AddSingleton(defect);
        },
        acts);

    /// <summary>The ways in which a death at one of the step's writes, within the last of the acts, leads elsewhere.</summary>
    private static async Task<FaultKind[]> Noticed(string step, Action<IServiceCollection>? defect, params Act[] acts)
    {
        var noticed = new SortedSet<FaultKind>();
        for (var nth = 0; ; nth++)
        {
            foreach (var kind in Enum.GetValues<FaultKind>())
            {
                var hasStruck = false;
                await using var worlds = new TwoWorlds(defect);
                foreach (var act in acts)
                {
                    await worlds.Do(act, writes =>
                    {
                        var at = act == acts[^1] ? writes.Index().Where(w => w.Item.Step == step && !w.Item.Place.StartsWith(Write.Checkpoints, StringComparison.Ordinal)).Select(w => w.Index + 1).ToList() : [];
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
    }

    // Both at the same unit, by the same handler.
    private static Act Issue(int which)
    {
        var form = Units.OfUnit(string.Create(CultureInfo.InvariantCulture, $"apply-{which}"), 0, 0, byRepresentative: false);
        var certificate = TestSystem.CertificateOf(form.CommandId);
        return new Act("issue", async process =>
        {
            await process.Apply(form);
            await process.Approve(certificate);
            await process.Transfer(form.HolderName!, ((Domain.Certificates.KnownCertificate)await process.Certificate(certificate)).Open!.Charge.Total.Fen);
        });
    }

    private static Act Move() => new("move", async process =>
    {
        var unit = (RegisteredUnit)await process.State<Unit>(Units.CreditCodes[0]);
        await process.MoveHandler("move", Units.CreditCodes[0], unit.Handlers[0].Subject.Value, Units.PhoneOf(1));
    });
}
