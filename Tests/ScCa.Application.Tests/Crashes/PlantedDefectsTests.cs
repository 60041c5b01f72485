using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using Xunit;

namespace ScCa.Application.Tests.Crashes;

/// <summary>What the property compares notices each of these: every write of the step dies in either way, and some of these deaths show.</summary>
public sealed class PlantedDefectsTests
{
    [Fact]
    public async Task A_second_half_that_is_named_by_the_moment_is_noticed_where_its_answer_was_lost() => Assert.Contains(
        FaultKind.Written,
        await NoticedAt<NotifyHandlers>(nameof(NotifyHandlers), provider => ActivatorUtilities.CreateInstance<NotifyHandlers>(
            provider, new NamedByTheMoment(provider.GetRequiredService<ICommands>(), provider.GetRequiredService<IEventStore>())), Deaths.Issue(1)));

    [Fact]
    public async Task A_reaction_that_is_acknowledged_before_its_command_is_noticed_where_the_command_was_not_written() => Assert.Contains(
        FaultKind.NotWritten,
        await NoticedAt<RegisterUnits>(nameof(AcknowledgesFirst), provider => new AcknowledgesFirst(
            ActivatorUtilities.CreateInstance<RegisterUnits>(provider), provider.GetRequiredService<IReactionCheckpoints>()), Deaths.Issue(1)));

    [Fact]
    public async Task A_claim_that_is_counted_and_never_confirmed_is_noticed() => Assert.Equal(
        [FaultKind.NotWritten, FaultKind.Written],
        await NoticedAt<CountClaimedTransfers>(nameof(ConfirmsAtOnce), provider => ActivatorUtilities.CreateInstance<ConfirmsAtOnce>(provider), Deaths.Issue(1)));

    [Fact]
    public async Task A_move_that_stops_after_the_first_certificate_is_noticed() => Assert.Equal(
        [FaultKind.NotWritten, FaultKind.Written],
        await NoticedAt<MoveHandlers>(nameof(StopsAfterTheFirst), provider => ActivatorUtilities.CreateInstance<StopsAfterTheFirst>(
            provider, ActivatorUtilities.CreateInstance<MoveHandlers>(provider)), Deaths.Issue(1), Deaths.Issue(2), Deaths.Move()));

    private static Task<FaultKind[]> NoticedAt<T>(string step, Func<IServiceProvider, IReaction> defect, params Act[] acts) where T : IReaction => Deaths.Noticed(
        step,
        services =>
        {
            services.Remove(services.Single(s => s.ServiceType == typeof(IReaction) && s.ImplementationType == typeof(T)));
            services.AddSingleton(defect);
        },
        deathsMax: int.MaxValue,
        acts);
}
