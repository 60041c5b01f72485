using ScCa.Application.Views;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Status;

public sealed class SerialsViewTests
{
    [Fact]
    public async Task An_application_that_ends_before_anything_is_intended_leaves_no_row_and_the_view_goes_on()
    {
        await using var system = Create();
        var certificate = await system.Applied();
        Value(await system.Hall.Withdraw("withdraw", certificate, 1, Phone, withRefund: false, TestContext.Current.CancellationToken));

        await system.Work();

        Assert.Equal(await system.Events.LastPosition(TestContext.Current.CancellationToken), await system.Get<ViewRunner>().ReachedByAll(TestContext.Current.CancellationToken));
    }
}
