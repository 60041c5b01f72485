using ScCa.Application.Ports;
using ScCa.Stores.Contract;

namespace ScCa.Stores.Memory.Tests;

public sealed class MemoryEventStoreTests : EventStoreContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

public sealed class MemoryConcurrentAppendTests : ConcurrentAppendContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

public sealed class MemoryRandomSequenceTests : RandomSequenceContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

public sealed class MemoryViewStoreTests : ViewStoreContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

public sealed class MemoryReactionCheckpointTests : ReactionCheckpointContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

public sealed class MemorySubjectKeysTests : SubjectKeysContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

public sealed class MemoryStaffCredentialsTests : StaffCredentialsContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

public sealed class MemoryMaterialStoreTests : MaterialStoreContract
{
    protected override ValueTask<StoresUnderTest> Open() => MemoryUnderTest.Open();
}

internal sealed class MemoryUnderTest : StoresUnderTest
{
    private readonly MemoryStores stores = new();

    public static ValueTask<StoresUnderTest> Open() => ValueTask.FromResult<StoresUnderTest>(new MemoryUnderTest());

    public override IEventStore Events => stores.Events;

    public override IViewStore Views => stores.Views;

    public override IReactionCheckpoints ReactionCheckpoints => stores.ReactionCheckpoints;

    public override ISubjectKeys SubjectKeys => stores.SubjectKeys;

    public override IStaffCredentials StaffCredentials => stores.StaffCredentials;

    public override IMaterialStore Materials => stores.Materials;

    public override ValueTask DisposeAsync() => stores.DisposeAsync();
}
