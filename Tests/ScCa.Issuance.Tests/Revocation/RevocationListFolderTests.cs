using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Revocation;
using Xunit;

namespace ScCa.Issuance.Tests.Revocation;

public sealed class RevocationListFolderTests : IDisposable
{
    private static readonly RevocationListId List = RevocationListId.Of("issuing-sm2", "whole");

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RevocationListFolder Lists => new(folder["lists"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_put_is_read_again_and_what_was_changed_is_not()
    {
        var digest = Lists.Put(List, 7, [1, 2, 3]);
        Assert.Equal([1, 2, 3], (await Lists.Read(List, Issued(7, digest), Cancellation)).ToArray());

        await File.WriteAllBytesAsync(Path.Combine(folder["lists"], "issuing-sm2.whole.7.crl"), [1, 2, 4], Cancellation);

        Assert.False(await Lists.IsSound(List, Issued(7, digest), Cancellation));
        await Assert.ThrowsAsync<RevocationListDamagedException>(async () => await Lists.Read(List, Issued(7, digest), Cancellation));
        File.Delete(Lists.PathOf(List, 7));
        await Assert.ThrowsAsync<RevocationListDamagedException>(async () => await Lists.Read(List, Issued(7, digest), Cancellation));
    }

    [Fact]
    public async Task A_number_whose_file_was_never_recorded_is_written_anew()
    {
        Lists.Put(List, 7, [1]);
        var digest = Lists.Put(List, 7, [2]);

        Assert.Equal([2], (await Lists.Read(List, Issued(7, digest), Cancellation)).ToArray());
    }

    [Fact]
    public void Only_lists_of_the_same_name_before_the_number_are_deleted()
    {
        foreach (var number in new[] { 7, 9, 10 })
            Lists.Put(List, number, [1]);
        Lists.Put(RevocationListId.Of("issuing-sm2", "delta"), 3, [1]);
        File.WriteAllText(Path.Combine(folder["lists"], "issuing-sm2.whole.old.crl"), "somebody's own");

        Lists.DeleteBefore(List, 9);

        Assert.Equal(
            ["issuing-sm2.delta.3.crl", "issuing-sm2.whole.10.crl", "issuing-sm2.whole.9.crl", "issuing-sm2.whole.old.crl"],
            Directory.GetFiles(folder["lists"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static IssuedRevocationList Issued(long number, Digest file) => new(number, Instant.MinValue, Instant.MaxValue, null, file, 0);
}
