using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Stores.Contract;

public abstract class ReactionCheckpointContract : StoreContract
{
    private IReactionCheckpoints Store => Stores.ReactionCheckpoints;

    [Fact]
    public async Task A_reaction_starts_at_zero() => Assert.Equal(0, await Store.Load("sms", Cancellation));

    [Fact]
    public async Task The_last_save_stands_each_reaction_for_itself()
    {
        await Store.Save("sms", 5, Cancellation);
        await Store.Save("dispatch", 1, Cancellation);
        await Store.Save("sms", long.MaxValue, Cancellation);
        await Store.Save("sms", 3, Cancellation);

        Assert.Equal(3, await Store.Load("sms", Cancellation));
        Assert.Equal(1, await Store.Load("dispatch", Cancellation));
        Assert.Equal(0, await Store.Load("SMS", Cancellation));
    }

    [Fact]
    public async Task Mistakes_and_cancelled_saves_write_nothing()
    {
        await Store.Save("sms", 5, Cancellation);

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Save("", 6, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Save("sms", -1, Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Save("sms", 6, new CancellationToken(canceled: true)));
        Assert.Equal(5, await Store.Load("sms", Cancellation));
    }
}
