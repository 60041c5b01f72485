using ScCa.Domain.Certificates;
using ScCa.Issuance.Chain;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Journal;
using ScCa.Issuance.Profiles;
using Xunit;

namespace ScCa.Issuance.Tests.Journal;

public sealed class SignatureJournalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private readonly Workshop workshop = new();

    public void Dispose()
    {
        workshop.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_signature_is_on_record_before_the_key_is_touched_and_its_outcome_after()
    {
        IReadOnlyList<(SerialNumber, Digest)> intents;
        using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
            intents = [await Sign(journal, Workshop.Serial), await Sign(journal, Workshop.EncryptionSerial)];

        var lines = ChainedReading.OfFile(folder["signatures-1.log"]).Lines.Skip(1).Select(line => JournalEntry.TryFromLine(line.Content)).ToList();
        Assert.Equal(2, lines.OfType<JournalEntry.Begun>().Count(line => line.Key == workshop.Key.Name));
        Assert.Equal(2, lines.OfType<JournalEntry.Ended>().Count(line => line.IsSigned));
        Assert.Empty(JournalCheck.Check(folder.Path, intents));
    }

    [Fact]
    public void A_ceremonys_signature_is_on_record_too()
    {
        using (var hierarchy = new SmallHierarchy(ScCa.Keys.KeyAlgorithm.Sm2))
        using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
        {
            var issuer = new IssuingAuthority("issuing", hierarchy.Issuer.Certificate, hierarchy.KeyOf(CertificateRole.Issuing, hierarchy.Algorithm), journal);
            ScCa.Issuance.Ceremony.OfficeCertificates.Issue(issuer, hierarchy.Office(CertificateRole.Ocsp).PublicKey, new(
                CertificateRole.Ocsp, new("OCSP 2", "四川测试电子认证有限公司"), Workshop.Serial, Workshop.Now, new(2026, 12, 31), Workshop.Now));
        }

        Assert.Equal([JournalFindingKind.WithoutIntent], JournalCheck.Check(folder.Path, []).Select(finding => finding.Kind));
    }

    [Fact]
    public async Task What_could_not_be_put_on_record_is_not_signed()
    {
        var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now));
        journal.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Sign(journal, Workshop.Serial));

        Assert.Equal(0, workshop.Key.Signatures);
    }

    [Fact]
    public async Task A_signature_that_failed_is_on_record_as_failed()
    {
        workshop.Key.SignsWrongly = true;
        using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
            await Assert.ThrowsAsync<System.Security.Cryptography.CryptographicException>(async () => await Sign(journal, Workshop.Serial));

        var last = JournalEntry.TryFromLine(ChainedReading.OfFile(folder["signatures-1.log"]).Lines[^1].Content);
        Assert.False(Assert.IsType<JournalEntry.Ended>(last).IsSigned);
    }

    [Fact]
    public async Task Signatures_without_an_intent_and_signatures_made_twice_are_found()
    {
        (SerialNumber, Digest) first;
        using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
        {
            first = await Sign(journal, Workshop.Serial);
            await Sign(journal, Workshop.Serial);
            await Sign(journal, Workshop.EncryptionSerial);
        }

        var findings = JournalCheck.Check(folder.Path, [first]);

        Assert.Equal(
            [(JournalFindingKind.SignedTwice, Workshop.Serial.Value), (JournalFindingKind.WithoutIntent, Workshop.EncryptionSerial.Value)],
            findings.Select(finding => (finding.Kind, finding.Serial)));
        Assert.All(findings, finding => Assert.True(finding.IsAlarming));
    }

    [Fact]
    public async Task A_file_that_was_altered_is_found_and_nothing_more_is_signed()
    {
        (SerialNumber, Digest) intent;
        using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
            intent = await Sign(journal, Workshop.Serial);
        var text = await File.ReadAllTextAsync(folder["signatures-1.log"], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["signatures-1.log"], text.Replace("certificate", "certificatE", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Equal([JournalFindingKind.ChainBroken], JournalCheck.Check(folder.Path, [intent]).Select(finding => finding.Kind));
        Assert.Equal(2, Assert.Throws<ChainBrokenException>(() => SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now))).Line);
    }

    [Fact]
    public async Task A_line_taken_out_of_the_middle_is_found()
    {
        (SerialNumber, Digest) intent;
        using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
            intent = await Sign(journal, Workshop.Serial);
        var lines = await File.ReadAllLinesAsync(folder["signatures-1.log"], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["signatures-1.log"], $"{lines[0]}\n{lines[2]}\n", TestContext.Current.CancellationToken);

        Assert.Equal([JournalFindingKind.ChainBroken], JournalCheck.Check(folder.Path, [intent]).Select(finding => finding.Kind));
    }

    [Fact]
    public async Task Cut_off_anywhere_it_is_read_up_to_the_last_whole_line_and_goes_on_from_there()
    {
        (SerialNumber, Digest) intent;
        using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
            intent = await Sign(journal, Workshop.Serial);
        var whole = await File.ReadAllBytesAsync(folder["signatures-1.log"], TestContext.Current.CancellationToken);
        var firstLine = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = firstLine; length < whole.Length; length += 5)
        {
            await File.WriteAllBytesAsync(folder["signatures-1.log"], whole[..length], TestContext.Current.CancellationToken);
            var findings = JournalCheck.Check(folder.Path, [intent]);
            Assert.All(findings, finding => Assert.False(finding.IsAlarming));
            using (var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now)))
                Assert.Equal(whole[length - 1] != '\n', journal.WasTorn);
            Assert.DoesNotContain(JournalCheck.Check(folder.Path, [intent]), finding => finding.Kind == JournalFindingKind.TornLastLine);
        }
    }

    [Fact]
    public async Task Those_who_sign_at_the_same_time_share_a_flush()
    {
        using var journal = SignatureJournal.Open(folder.Path, new FixedClock(Workshop.Now));
        var digest = Digest.Parse(new string('0', 64));

        await Task.WhenAll(Enumerable.Range(0, 256).Select(i => journal.Begin(SerialNumber.Parse($"{i + 1:X}".TrimStart('0')), digest, "key", "test", default)));

        Assert.InRange(journal.Flushes, 1, 128);
        Assert.Equal(257, ChainedReading.OfFile(folder["signatures-1.log"]).Lines.Count);
    }

    private async Task<(SerialNumber, Digest)> Sign(SignatureJournal journal, SerialNumber serial)
    {
        var authority = CertificateAuthority.Over(
            [new IssuingAuthority("issuing", CaCertificate.FromDer(workshop.Ca.RawData), workshop.Key, journal)], ProfileBook.Defaults, null, new FixedClock(Workshop.Now));
        var plan = Workshop.Plan();
        var cancellation = TestContext.Current.CancellationToken;
        var prepared = (await authority.Prepare(plan, Workshop.SubjectOf(plan), new(serial, Workshop.EncryptionSerial), workshop.Request(), cancellation)).Signing;
        await authority.Sign(prepared, cancellation);
        return (prepared.Serial, prepared.TbsDigest);
    }
}
