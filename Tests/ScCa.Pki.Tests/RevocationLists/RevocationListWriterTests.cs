using System.Numerics;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;
using Xunit;

namespace ScCa.Pki.Tests.RevocationLists;

public sealed class RevocationListWriterTests
{
    private static readonly RevocationListContent Content = new(
        SignatureAlgorithm.Sm2WithSm3, TestAuthority.NameOf("Test Root"), TestAuthority.Now, TestAuthority.Now.AddDays(7), [CrlNumber.Of(1)]);

    [Theory, InlineData(0), InlineData(1), InlineData(3), InlineData(6), InlineData(300), InlineData(2000), InlineData(20_000)]
    public void A_list_of_any_length_is_whole_whether_its_length_was_known_or_not(int count)
    {
        using var authority = new TestAuthority(PublicKeyKind.Sm2);
        using var foreseen = new RevocationListWriter(Content, count);
        using var surprised = new RevocationListWriter(Content);
        for (var i = 1; i <= count; i++)
        {
            foreseen.Add(TestList.Serial(i * 7), TestList.RevokedAt, RevocationReason.Superseded);
            surprised.Add(TestList.Entry(i * 7, RevocationReason.Superseded));
        }

        var list = RevocationList.From(foreseen.Sign(authority.Key.Signer).ToArray());

        Assert.Equal(count, list.Count);
        Assert.True(list.IsSignedBy(authority.Key.PublicKey));
        Assert.True(list.ToBeSigned.Span.SequenceEqual(surprised.Finish().Span));
        Assert.Equal(count > 0, list.Find(TestList.Serial(count * 7)) is not null);
        Assert.Null(list.Find(TestList.Serial(count * 7 + 1)));
    }

    [Fact]
    public void What_is_recorded_before_signing_is_what_is_signed()
    {
        using var authority = new TestAuthority(PublicKeyKind.Sm2);
        using var writer = new RevocationListWriter(Content);
        writer.Add([1], TestList.RevokedAt);

        var recorded = writer.Finish().ToArray();
        var signature = authority.Key.Signer.Sign(recorded);
        var first = writer.Complete(signature).ToArray();

        Assert.Equal(first, writer.Complete(signature).ToArray());
        Assert.True(RevocationList.From(first).ToBeSigned.Span.SequenceEqual(recorded));
        Assert.True(RevocationList.From(first).IsSignedBy(authority.Key.PublicKey));
        Assert.Equal(recorded, writer.Finish().ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("80")]
    [InlineData("0001")]
    [InlineData("FF")]
    [InlineData("010203040506070809101112131415161718192021")]
    public void A_serial_number_that_is_none_is_refused(string hex)
    {
        using var writer = new RevocationListWriter(Content);

        Assert.Equal(
            PkiRefusal.ValueNotEncodable, Assert.Throws<PkiRefusedException>(() => writer.Add(Convert.FromHexString(hex), TestList.RevokedAt)).Refusal);
        Assert.Equal(0, writer.Count);
    }

    [Fact]
    public void Twenty_octets_with_everything_said_fit()
    {
        using var writer = new RevocationListWriter(Content);
        var serial = Convert.FromHexString("0081FF0000000000000000000000000000000000");
        var late = new DateTimeOffset(2051, 12, 31, 23, 59, 59, TimeSpan.Zero);
        writer.Add(serial, late, RevocationReason.PrivilegeWithdrawn, late);

        var entry = RevocationList.From(writer.Complete([0]).ToArray()).Find(serial)!.Value;

        Assert.Equal((late, late, RevocationReason.PrivilegeWithdrawn), (entry.RevokedAt, entry.InvalidityDate, entry.Reason));
    }

    [Fact]
    public void Nothing_is_added_to_what_is_finished_or_gone()
    {
        var writer = new RevocationListWriter(Content);
        writer.Finish();
        Assert.Throws<InvalidOperationException>(() => writer.Add([1], TestList.RevokedAt));
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Add([1], TestList.RevokedAt));
        Assert.Throws<ObjectDisposedException>(() => writer.Finish());
    }

    [Fact]
    public void Another_algorithm_than_the_signers_is_a_defect()
    {
        using var authority = new TestAuthority(PublicKeyKind.EcdsaP256);
        using var writer = new RevocationListWriter(Content);

        Assert.Throws<ArgumentException>(() => writer.Sign(authority.Key.Signer));
        Assert.Throws<ArgumentException>(() => writer.Add(TestList.Entry(1) with { CertificateIssuer = authority.Name }));
    }

    [Fact]
    public void A_number_has_at_most_twenty_octets()
    {
        Assert.Equal(BigInteger.Pow(2, 159) - 1, new ExtensionList([CrlNumber.Of(BigInteger.Pow(2, 159) - 1)]).CrlNumber);
        Assert.Throws<PkiRefusedException>(() => CrlNumber.Of(BigInteger.Pow(2, 159)));
        Assert.Throws<PkiRefusedException>(() => CrlNumber.Of(-1));
    }

    [Fact, Trait("set", "long")]
    public void A_million_entries_take_the_memory_of_the_list_and_little_more()
    {
        using var authority = new TestAuthority(PublicKeyKind.EcdsaP256);
        using var writer = new RevocationListWriter(Content with { Algorithm = SignatureAlgorithm.EcdsaWithSha256 });
        var serial = new byte[16];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000_000; i++)
            writer.Add(Unordered(serial, i), TestList.RevokedAt, RevocationReason.Superseded);
        var bytes = writer.Sign(authority.Key.Signer);
        AllocatedAtMost(4L * bytes.Length, before);

        before = GC.GetAllocatedBytesForCurrentThread();
        var list = RevocationList.From(bytes);
        Assert.Equal(1_000_000, list.Count);
        for (var i = 0; i < 1_000_000; i += 997)
            Assert.NotNull(list.Find(Unordered(serial, i)));
        Assert.Null(list.Find([1]));
        AllocatedAtMost(bytes.Length, before);
        Assert.True(list.IsSignedBy(authority.Key.PublicKey));
    }

    // An odd factor scatters the numbers, and none comes twice.
    private static void AllocatedAtMost(long bytes, long before)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= bytes, $"{allocated:N0} bytes were allocated, and {bytes:N0} are allowed.");
    }

    private static byte[] Unordered(byte[] serial, int number)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(serial.AsSpan(8), unchecked((ulong)number * 0x9E3779B97F4A7C15));
        serial[0] = 1;
        return serial;
    }
}
