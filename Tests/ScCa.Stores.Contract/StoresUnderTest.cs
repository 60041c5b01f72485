using ScCa.Application.Ports;

namespace ScCa.Stores.Contract;

/// <summary>Fresh, empty stores of the adapter under test; disposing closes them and removes what they left.</summary>
public abstract class StoresUnderTest : IAsyncDisposable
{
    public abstract IEventStore Events { get; }

    public abstract IViewStore Views { get; }

    public abstract IReactionCheckpoints ReactionCheckpoints { get; }

    public abstract ISubjectKeys SubjectKeys { get; }

    public abstract IStaffCredentials StaffCredentials { get; }

    public abstract IMaterialStore Materials { get; }

    public abstract ValueTask DisposeAsync();
}
