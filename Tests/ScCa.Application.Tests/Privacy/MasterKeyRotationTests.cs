using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.People;
using ScCa.Stores.Memory;
using Xunit;

namespace ScCa.Application.Tests.Privacy;

public sealed class MasterKeyRotationTests
{
    private const int People = 5;

    private readonly MemorySubjectKeys keys = new();
    private readonly MemoryMaterialStore store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A7")]
    public async Task A7_Everything_sealed_opens_and_everybody_is_found_after_a_rotation_and_the_old_version_is_gone()
    {
        var master = new TestMasterKey(1);
        var before = await Filled(master);

        Assert.Equal(new RotationReport(2, People + 1, IsResumed: false), await Room(master).Rotation.Run(Cancellation));

        await IsWhole(Room(master), before);
        Assert.Equal([2], master.Versions);
        Assert.Equal(new RotationReport(3, People + 1, IsResumed: false), await Room(master).Rotation.Run(Cancellation));
        await IsWhole(Room(master), before);
        Assert.Equal([3], master.Versions);
    }

    // Every change that a rotation makes, failed before it is written and after: what is sealed stays readable, and the next run finishes the work.
    [Theory, Trait("rule", "A7")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A7_A_rotation_broken_off_anywhere_loses_nothing_and_is_finished_by_the_next(bool isWritten)
    {
        var crashes = 0;
        for (var at = 0; ; at++, crashes++)
        {
            var (keysOfThis, faults) = (new MemorySubjectKeys(), new Faults(at, isWritten));
            var master = new TestMasterKey(1, faults);
            var before = await Filled(new TestMasterKey(1), keysOfThis);
            var crashed = await Record.ExceptionAsync(
                () => PrivateRoom.Open(new FaultySubjectKeys(keysOfThis, faults), master, store).Rotation.Run(Cancellation));
            if (!faults.HasStruck)
                break;

            Assert.IsType<IOException>(crashed);
            var afterwards = new Recovered(master);
            await IsWhole(PrivateRoom.Open(keysOfThis, afterwards, store), before);
            var report = await PrivateRoom.Open(keysOfThis, afterwards, store).Rotation.Run(Cancellation);
            Assert.InRange(report.Version, 2, 3);
            Assert.Equal([report.Version], afterwards.Versions);
            Assert.Empty(await keysOfThis.WrappedBefore(report.Version, 1, Cancellation));
            await IsWhole(PrivateRoom.Open(keysOfThis, afterwards, store), before);
        }

        // Make, raise, one key each and the secret's, retire.
        Assert.Equal(People + 4, crashes);
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_Who_comes_while_a_rotation_is_under_way_is_sealed_under_the_new_version_and_never_loses_his_key()
    {
        var master = new TestMasterKey(1);
        await Filled(master);
        // Seen by this room: version 1. By the time it adds its key, the vault asks for version 2.
        var slow = PrivateRoom.Open(new RaisedMeanwhile(keys, master), master, store);

        var sealedText = await slow.Personal.Seal(new SubjectId("late"), "handler/name", "赵六", Cancellation);

        Assert.Equal(2, (await keys.Find("late", Cancellation))!.MasterVersion);
        await Room(master).Rotation.Run(Cancellation);
        Assert.Equal([2], master.Versions);
        Assert.Equal("赵六", await Room(master).Personal.Open(new SubjectId("late"), "handler/name", sealedText, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_Who_reads_while_a_rotation_ends_still_reads()
    {
        var master = new TestMasterKey(1);
        var before = await Filled(master);
        // The key is read under version 1; by the time it is unwrapped that version is gone.
        var slow = PrivateRoom.Open(new RotatedMeanwhile(keys, () => Room(master).Rotation.Run(Cancellation)), master, store);

        Assert.Equal("姓名 3", await slow.Personal.Open(new SubjectId("s-3"), "handler/name", before.Texts[3], Cancellation));
        Assert.Equal([2], master.Versions);
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_A_rotation_brings_no_destroyed_key_back()
    {
        var master = new TestMasterKey(1);
        await Filled(master);
        await Room(master).Vault.Destroy("s-0", Cancellation);

        Assert.Equal(People, (await Room(master).Rotation.Run(Cancellation)).KeysWrapped);
        Assert.Null(await keys.Find("s-0", Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_Two_rotations_at_once_come_to_one_version_under_which_everything_opens()
    {
        var master = new TestMasterKey(1);
        var before = await Filled(master);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Room(master).Rotation.Run(Cancellation), Cancellation)));

        var version = Assert.Single(master.Versions);
        Assert.Empty(await keys.WrappedBefore(version, 1, Cancellation));
        await IsWhole(Room(master), before);
    }

    private PrivateRoom Room(IMasterKey master) => PrivateRoom.Open(keys, master, store);

    private Task<Sealed> Filled(IMasterKey master) => Filled(master, keys);

    private async Task<Sealed> Filled(IMasterKey master, MemorySubjectKeys into)
    {
        var room = PrivateRoom.Open(into, master, store);
        var texts = new List<SealedText>();
        for (var n = 0; n < People; n++)
            texts.Add(await room.Personal.Seal(new SubjectId($"s-{n}"), "handler/name", $"姓名 {n}", Cancellation));
        var digest = await room.Materials.Put(new SubjectId("s-1"), new byte[] { 1, 2, 3 }, "image/png", Cancellation);
        return new Sealed(texts, digest, Indexes(room));
    }

    private static async Task IsWhole(PrivateRoom room, Sealed before)
    {
        for (var n = 0; n < People; n++)
            Assert.Equal($"姓名 {n}", await room.Personal.Open(new SubjectId($"s-{n}"), "handler/name", before.Texts[n], Cancellation));
        Assert.Equal([1, 2, 3], (await room.Materials.Open(new SubjectId("s-1"), before.Digest, Cancellation))!.Content.ToArray());
        Assert.Equal(before.Indexes, Indexes(room));
    }

    private static string[] Indexes(PrivateRoom room)
    {
        Assert.True(Phone.TryParse("13812345678", out var phone));
        return
        [
            room.Personal.SubjectOf(phone).Value, room.Personal.IndexOf(phone).Value, room.Personal.IndexOfName("王小梅").Value,
            room.Personal.IndexOfIdNumber("11010519491231002X").Value,
        ];
    }

    private sealed record Sealed(List<SealedText> Texts, Domain.Certificates.Digest Digest, string[] Indexes);

    /// <summary>The same files under a process that was started after the crash.</summary>
    private sealed class Recovered(TestMasterKey before) : IMasterKey
    {
        private readonly TestMasterKey again = Same(before);

        public IReadOnlyList<int> Versions => again.Versions;

        public void Derive(int version, string purpose, Span<byte> key) => again.Derive(version, purpose, key);

        public void Make(int version) => again.Make(version);

        public void Retire(int version) => again.Retire(version);

        private static TestMasterKey Same(TestMasterKey before)
        {
            var same = new TestMasterKey(1);
            foreach (var version in before.Versions)
                same.Make(version);
            if (!before.Versions.Contains(1))
                same.Retire(1);
            return same;
        }
    }

    /// <summary>A rotation begins just after the version was asked for.</summary>
    private sealed class RaisedMeanwhile(MemorySubjectKeys keys, TestMasterKey master) : PassedOn(keys)
    {
        public override async ValueTask<int> MasterVersion(CancellationToken cancellation)
        {
            var seen = await base.MasterVersion(cancellation);
            master.Make(2);
            await RaiseMasterVersion(2, cancellation);
            return seen;
        }
    }

    /// <summary>A whole rotation takes place just after the first key was read.</summary>
    private sealed class RotatedMeanwhile(MemorySubjectKeys keys, Func<Task> rotate) : PassedOn(keys)
    {
        private bool isRotated;

        public override async ValueTask<WrappedKey?> Find(string subject, CancellationToken cancellation)
        {
            var read = await base.Find(subject, cancellation);
            if (!isRotated)
            {
                isRotated = true;
                await rotate();
            }

            return read;
        }
    }

    private abstract class PassedOn(MemorySubjectKeys keys) : ISubjectKeys
    {
        public virtual ValueTask<WrappedKey?> Find(string subject, CancellationToken cancellation) => keys.Find(subject, cancellation);

        public ValueTask<WrappedKey?> AddIfAbsent(string subject, WrappedKey key, CancellationToken cancellation) => keys.AddIfAbsent(subject, key, cancellation);

        public ValueTask<bool> Replace(string subject, WrappedKey known, WrappedKey next, CancellationToken cancellation) =>
            keys.Replace(subject, known, next, cancellation);

        public ValueTask Destroy(string subject, CancellationToken cancellation) => keys.Destroy(subject, cancellation);

        public ValueTask<IReadOnlyList<SubjectKey>> WrappedBefore(int version, int max, CancellationToken cancellation) =>
            keys.WrappedBefore(version, max, cancellation);

        public virtual ValueTask<int> MasterVersion(CancellationToken cancellation) => keys.MasterVersion(cancellation);

        public ValueTask RaiseMasterVersion(int version, CancellationToken cancellation) => keys.RaiseMasterVersion(version, cancellation);
    }
}
