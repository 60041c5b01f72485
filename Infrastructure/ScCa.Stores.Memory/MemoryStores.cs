using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

/// <summary>The reference stores: plain, complete, and gone with the process. Every other adapter behaves as these do.</summary>
public sealed class MemoryStores : IAsyncDisposable
{
    public IEventStore Events { get; } = new MemoryEventStore();

    public IViewStore Views { get; } = new MemoryViewStore();

    public IReactionCheckpoints ReactionCheckpoints { get; } = new MemoryReactionCheckpoints();

    public ISubjectKeys SubjectKeys { get; } = new MemorySubjectKeys();

    public IStaffCredentials StaffCredentials { get; } = new MemoryStaffCredentials();

    public IMaterialStore Materials { get; } = new MemoryMaterialStore();

    /// <summary>Nothing is held open; it is here so that every family of stores is closed alike.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
