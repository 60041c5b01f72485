using System.Text;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Chain;
using ScCa.Issuance.KeyManagement;
using ScCa.Signing;
using Xunit;

namespace ScCa.Issuance.Tests.KeyManagement;

public sealed class KeyArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private readonly Sm2PrivateKey holder = Sm2PrivateKey.Generate();

    public KeyArchiveTests() => KeyArchive.Found(folder.Path, ["li", "wang", "zhao"], 2, share => share.WriteTo(folder[share.Custodian]));

    public void Dispose()
    {
        holder.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task One_task_gets_one_pair_also_after_a_restart_and_from_many_at_once()
    {
        EncryptionKeyPair first;
        using (var archive = KeyArchive.Open(folder.Path))
        {
            var pairs = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await archive.Apply(Application(), default))));
            first = pairs[0];
            Assert.All(pairs, pair => Assert.Equal(first.EnvelopedKey.ToArray(), pair.EnvelopedKey.ToArray()));
        }

        using var again = KeyArchive.Open(folder.Path);
        Assert.Equal(first.EnvelopedKey.ToArray(), (await again.Apply(Application(), default)).EnvelopedKey.ToArray());
        Assert.NotEqual(first.PublicKey, (await again.Apply(Application(Workshop.Serial), default)).PublicKey);
    }

    [Fact]
    public async Task Two_processes_work_on_one_archive_and_find_each_others_keys()
    {
        using var one = KeyArchive.Open(folder.Path);
        using var other = KeyArchive.Open(folder.Path);
        var pair = await one.Apply(Application(), default);

        Assert.Equal(pair.EnvelopedKey.ToArray(), (await other.Apply(Application(), default)).EnvelopedKey.ToArray());
    }

    [Fact]
    public async Task A_task_is_not_given_to_another_signature_key()
    {
        using var archive = KeyArchive.Open(folder.Path);
        using var other = Sm2PrivateKey.Generate();
        await archive.Apply(Application(), default);

        await Refused(KeyManagementRefusal.TaskIsAnothers, async () => await archive.Apply(Application() with { Recipient = other.PublicKey }, default));
    }

    [Fact]
    public async Task Two_custodians_restore_a_key_for_a_new_signature_key_and_it_is_on_record()
    {
        using var archive = KeyArchive.Open(folder.Path);
        using var renewed = Sm2PrivateKey.Generate();
        var pair = await archive.Apply(Application(), default);
        await archive.Revoke(Workshop.EncryptionSerial, Workshop.Now, default);

        var restored = await archive.Restore(Restoration(renewed.PublicKey, "zhao", "li"), default);

        using var key = Sm2EnvelopedKey.Open(restored.EnvelopedKey.Span, renewed, pair.PublicKey);
        Assert.Equal(pair.PublicKey, key.PublicKey);
        Assert.Throws<Sm2RefusedException>(() => Sm2EnvelopedKey.Open(restored.EnvelopedKey.Span, holder));
        var line = ChainedReading.OfFile(folder["keys-1.log"]).Lines[^1].Content;
        Assert.Contains("restored", line, StringComparison.Ordinal);
        Assert.Contains("zhao", line, StringComparison.Ordinal);
        Assert.Contains("court order 7", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_one_custodian_nor_a_stranger_nor_an_altered_share_restores_a_key()
    {
        using var archive = KeyArchive.Open(folder.Path);
        await archive.Apply(Application(), default);
        var before = ChainedReading.OfFile(folder["keys-1.log"]).Lines.Count;
        await Refused(KeyManagementRefusal.SharesTooFew, async () => await archive.Restore(Restoration(holder.PublicKey, "li"), default));
        await Refused(KeyManagementRefusal.SharesOfOnePerson, async () => await archive.Restore(Restoration(holder.PublicKey, "li", "li"), default));
        await Refused(KeyManagementRefusal.ReasonMissing, async () => await archive.Restore(Restoration(holder.PublicKey, "li", "zhao") with { Reason = " " }, default));
        await Refused(KeyManagementRefusal.KeyUnknown, async () => await archive.Restore(Restoration(holder.PublicKey, "li", "zhao") with { Task = Workshop.Serial }, default));

        var li = CustodianShare.FromFile(folder["li"]);
        var renamed = new CustodianShare(li.Archive, "wang", li.Number, [.. li.Octets]);
        var altered = new CustodianShare(li.Archive, "zhao", 3, [.. li.Octets]);
        await Refused(KeyManagementRefusal.ShareWrong, async () => await archive.Restore(Restoration(holder.PublicKey) with { Shares = [li, renamed] }, default));
        await Refused(KeyManagementRefusal.ShareWrong, async () => await archive.Restore(Restoration(holder.PublicKey) with { Shares = [li, altered] }, default));
        Assert.Equal(before, ChainedReading.OfFile(folder["keys-1.log"]).Lines.Count);
    }

    [Fact]
    public async Task What_lies_in_the_folder_holds_no_private_key_in_the_clear()
    {
        byte[] secret = new byte[Sm2PrivateKey.SizeInBytes];
        using (var archive = KeyArchive.Open(folder.Path))
        {
            var pair = await archive.Apply(Application(), default);
            using var key = Sm2EnvelopedKey.Open(pair.EnvelopedKey.Span, holder);
            key.ExportScalar(secret);
        }

        var text = File.ReadAllText(folder["keys-1.log"]) + File.ReadAllText(folder[ArchiveCharter.FileName]);
        Assert.DoesNotContain(Convert.ToHexString(secret), text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(secret)[..40], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_archive_is_refused_and_a_torn_last_line_is_cut_off()
    {
        using (var archive = KeyArchive.Open(folder.Path))
            await archive.Apply(Application(), default);
        var whole = await File.ReadAllBytesAsync(folder["keys-1.log"], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["keys-1.log"], [.. whole, .. Encoding.UTF8.GetBytes("3\t{\"half")], TestContext.Current.CancellationToken);
        KeyArchive.Open(folder.Path).Dispose();
        Assert.Equal(whole, await File.ReadAllBytesAsync(folder["keys-1.log"], TestContext.Current.CancellationToken));

        whole[whole.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(folder["keys-1.log"], whole, TestContext.Current.CancellationToken);
        Assert.Equal(2, Assert.Throws<ChainBrokenException>(() => KeyArchive.Open(folder.Path)).Line);
    }

    [Fact]
    public void An_archive_is_founded_once_and_by_several_people()
    {
        using var other = new TemporaryFolder();
        Assert.Equal(KeyManagementRefusal.ArchiveAlreadyThere, Assert.Throws<KeyManagementRefusedException>(() => KeyArchive.Found(folder.Path, ["a", "b"], 2, _ => { })).Refusal);
        foreach (var (custodians, threshold) in new (string[], int)[] { (["a"], 2), (["a", "b"], 1), (["a", "b"], 3), (["a", "A"], 2), (["a", " "], 2) })
            Assert.Equal(KeyManagementRefusal.CustodiansTooFew, Assert.Throws<KeyManagementRefusedException>(() => KeyArchive.Found(other.Path, custodians, threshold, _ => { })).Refusal);
        Assert.Throws<IOException>(() => KeyArchive.Found(other.Path, ["a", "b"], 2, _ => throw new IOException("no stick")));
        Assert.False(KeyArchive.IsIn(other.Path));
        Assert.Equal(KeyManagementRefusal.ArchiveUnreadable, Assert.Throws<KeyManagementRefusedException>(() => KeyArchive.Open(other.Path)).Refusal);
    }

    private KeyApplication Application(SerialNumber? task = null) => new(task ?? Workshop.EncryptionSerial, holder.PublicKey, Workshop.Now, Workshop.Now);

    private KeyRestoration Restoration(Sm2PublicKey recipient, params string[] custodians) => new(
        Workshop.EncryptionSerial, recipient, [.. custodians.Select(custodian => CustodianShare.FromFile(folder[custodian]))], "court order 7", Workshop.Now);

    private static async Task Refused(KeyManagementRefusal refusal, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<KeyManagementRefusedException>(act);
        Assert.Equal(refusal, refused.Refusal);
        Assert.Matches(@"[\u4e00-\u9fff]", refused.ZhCn);
    }
}
