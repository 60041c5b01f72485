using Xunit;

namespace ScCa.Stores.Contract;

/// <summary>What every contract needs: stores of its own for each test.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private StoresUnderTest? stores;

    protected StoresUnderTest Stores => stores ?? throw new InvalidOperationException("The stores are opened when the test starts.");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ValueTask<StoresUnderTest> Open();

    public async ValueTask InitializeAsync() => stores = await Open();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (stores is not null)
        {
            await stores.DisposeAsync();
        }
    }
}
