using ScCa.Stores.Contract;

namespace ScCa.Stores.Sqlite.Tests;

public sealed class SqliteEventStoreTests : EventStoreContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}

public sealed class SqliteConcurrentAppendTests : ConcurrentAppendContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}

public sealed class SqliteRandomSequenceTests : RandomSequenceContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}

public sealed class SqliteViewStoreTests : ViewStoreContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}

public sealed class SqliteReactionCheckpointTests : ReactionCheckpointContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}

public sealed class SqliteSubjectKeysTests : SubjectKeysContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}

public sealed class SqliteStaffCredentialsTests : StaffCredentialsContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}

public sealed class SqliteMaterialStoreTests : MaterialStoreContract
{
    protected override ValueTask<StoresUnderTest> Open() => SqliteUnderTest.Open();
}
