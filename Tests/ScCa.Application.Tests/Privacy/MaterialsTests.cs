using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Stores.Memory;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Privacy;

public sealed class MaterialsTests
{
    private const int Chunk = 64 * 1024;
    private static readonly SubjectId Subject = new("s-1");

    private readonly MemorySubjectKeys keys = new();
    private readonly CopyingStore store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Materials Materials => PrivateRoom.Open(keys, store: store).Materials;

    [Theory, Trait("rule", "A7")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 11)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 17)]
    public async Task A7_A_material_opens_as_it_was_put_and_its_digest_proves_which_it_is(int length)
    {
        var content = Document(length);

        var digest = await Materials.Put(Subject, content, "image/png", Cancellation);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), digest.Value);
        var opened = (await Materials.Open(Subject, digest, Cancellation))!;
        Assert.Equal("image/png", opened.MediaType);
        Assert.Equal(content, opened.Content.ToArray());
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_The_longest_material_is_kept_and_one_byte_more_is_not()
    {
        var content = new byte[Materials.BytesMax + 1];

        var digest = await Materials.Put(Subject, content.AsMemory(1), "application/pdf", Cancellation);
        Assert.Equal(Materials.BytesMax, (await Materials.Open(Subject, digest, Cancellation))!.Content.Length);
        Assert.Equal(Materials.BytesMax, (await Assert.ThrowsAsync<MaterialTooLargeException>(
            async () => await Materials.Put(Subject, content, "application/pdf", Cancellation))).BytesMax);
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_The_same_document_is_one_per_subject_and_says_nothing_of_itself_at_rest()
    {
        var content = Encoding.UTF8.GetBytes("四川锦绣 王小梅 51010119900101001X " + new string('x', 2000));
        var digest = await Materials.Put(Subject, content, "text/plain", Cancellation);
        await Materials.Put(Subject, content, "text/plain", Cancellation);
        await Materials.Put(new SubjectId("s-2"), content, "text/plain", Cancellation);

        Assert.Equal(2, store.Contents.Count);
        Assert.Equal(2, store.Contents.Keys.Select(k => k.Name).Distinct().Count());
        foreach (var ((_, name), stored) in store.Contents)
        {
            Assert.NotEqual(digest.Value, name);
            Assert.True(stored.AsSpan().IndexOf(content.AsSpan(0, 12)) < 0);
            Assert.True(stored.AsSpan().IndexOf("text/plain"u8) < 0);
            Assert.True(stored.AsSpan().IndexOf(Convert.FromHexString(digest.Value)) < 0);
        }
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_Every_cut_and_every_flipped_bit_is_noticed()
    {
        var digest = await Materials.Put(Subject, Document(100), "image/png", Cancellation);
        var (place, whole) = store.Contents.Single();

        for (var length = 1; length < whole.Length; length++)
            await IsDamaged(place, whole[..length], digest);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            await IsDamaged(place, flipped, digest);
        }

        await IsDamaged(place, [.. whole, 0], digest);
    }

    // Whole chunks are cut off, left out, doubled or swapped: each opens by itself, and still the material does not.
    [Fact, Trait("rule", "A7")]
    public async Task A7_Chunks_cannot_be_cut_off_left_out_doubled_or_swapped()
    {
        const int header = 33;
        const int sealedChunk = Chunk + 16;
        var digest = await Materials.Put(Subject, Document((3 * Chunk) - 11), "image/png", Cancellation);
        var (place, whole) = store.Contents.Single();
        Assert.Equal(header + (3 * sealedChunk), whole.Length);
        byte[] head = whole[..header];
        byte[][] chunks = [.. Enumerable.Range(0, 3).Select(n => whole[(header + (n * sealedChunk))..(header + ((n + 1) * sealedChunk))])];

        int[][] orders = [[0], [0, 1], [1, 2], [0, 2], [0, 0, 1, 2], [1, 0, 2], [0, 1, 2, 2], [2]];
        foreach (var order in orders)
            await IsDamaged(place, [.. head, .. order.SelectMany(n => chunks[n])], digest);
        store.Contents[place] = whole;
        Assert.NotNull(await Materials.Open(Subject, digest, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_A_material_does_not_open_for_another_subject_or_in_the_place_of_another()
    {
        var one = await Materials.Put(Subject, Document(10), "image/png", Cancellation);
        var (placeOfOne, contentOfOne) = store.Contents.Single();
        var other = await Materials.Put(Subject, Document(20), "image/png", Cancellation);
        var placeOfOther = store.Contents.Keys.Single(k => k != placeOfOne);

        await IsDamaged(placeOfOther, contentOfOne, other);
        Assert.Null(await Materials.Open(new SubjectId("s-2"), one, Cancellation));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_After_erasure_nothing_opens_and_nothing_is_taken_in()
    {
        var room = PrivateRoom.Open(keys, store: store);
        var digest = await room.Materials.Put(Subject, Document(10), "image/png", Cancellation);
        await room.Vault.Destroy(Subject.Value, Cancellation);

        Assert.Null(await room.Materials.Open(Subject, digest, Cancellation));
        await room.Materials.DeleteAll(Subject, Cancellation);
        Assert.Empty(store.Contents);
        var refused = await Assert.ThrowsAsync<SubjectErasedException>(async () => await room.Materials.Put(Subject, Document(1), "image/png", Cancellation));
        Assert.Equal(Subject, refused.Subject);
        Assert.Empty(store.Contents);
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_A_damaged_material_is_made_whole_by_handing_it_in_again()
    {
        var digest = await Materials.Put(Subject, Document(10), "image/png", Cancellation);
        await IsDamaged(store.Contents.Keys.Single(), [1, 2, 3], digest);

        await Materials.Put(Subject, Document(10), "image/png", Cancellation);

        Assert.Equal(Document(10), (await Materials.Open(Subject, digest, Cancellation))!.Content.ToArray());
    }

    private async Task IsDamaged((string Subject, string Name) place, byte[] content, Digest digest)
    {
        store.Contents[place] = content;
        var failure = await Record.ExceptionAsync(async () => await Materials.Open(Subject, digest, Cancellation));
        if (failure is not MaterialDamagedException { Digest: var named } || named != digest.Value)
            throw new TestFailedException($"{content.Length} bytes: {failure?.GetType().Name ?? "it opened"}");
    }

    private static byte[] Document(int length) => [.. Enumerable.Range(0, length).Select(n => (byte)(n * 31))];

    private sealed class CopyingStore : IMaterialStore
    {
        public Dictionary<(string Subject, string Name), byte[]> Contents { get; } = [];

        public ValueTask Put(string subject, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
        {
            Contents[(subject, name)] = content.ToArray();
            return ValueTask.CompletedTask;
        }

        public ValueTask<ReadOnlyMemory<byte>?> Find(string subject, string name, int bytesMax, CancellationToken cancellation)
        {
            if (!Contents.TryGetValue((subject, name), out var content))
                return ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
            return content.Length <= bytesMax
                ? ValueTask.FromResult<ReadOnlyMemory<byte>?>(content)
                : throw new InvalidDataException("Too long.");
        }

        public ValueTask DeleteAll(string subject, CancellationToken cancellation)
        {
            foreach (var key in Contents.Keys.Where(k => k.Subject == subject).ToArray())
                Contents.Remove(key);
            return ValueTask.CompletedTask;
        }
    }
}
