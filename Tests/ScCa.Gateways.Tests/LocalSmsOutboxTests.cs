using System.Text;
using ScCa.Application.Ports;
using ScCa.Gateways.Sms;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class LocalSmsOutboxTests : IDisposable
{
    private const string Phone = "13800138000";

    private readonly TemporaryFolder folder = new();
    private readonly TestVault vault = new();

    public void Dispose()
    {
        folder.Dispose();
        vault.Dispose();
    }

    [Fact]
    public async Task What_was_sent_is_read_newest_first()
    {
        var outbox = Open();
        var first = await Send(outbox, "a", "验证码 1\n第二行");
        var second = await Send(outbox, "b", "验证码 2");

        var read = await Read(outbox);

        Assert.Equal([("b", Phone, "验证码 2"), ("a", Phone, "验证码 1\n第二行")], read.Select(sms => (sms.DeduplicationKey, sms.Phone, sms.Text)));
        Assert.Equal([second.Reference, first.Reference], read.Select(sms => sms.Reference));
        Assert.All(read, sms => Assert.Equal("2026-01-05T02:30:15Z", sms.SentAt));
        Assert.True(first.IsTaken);
    }

    [Fact]
    [Trait("rule", "A4")]
    public async Task A4_the_same_key_is_the_same_message_even_after_a_restart_and_in_another_process()
    {
        var (here, there) = (Open(), Open());
        var first = await Send(here, "a", "text");

        Assert.Equal(first, await Send(here, "a", "text"));
        Assert.Equal(first, await Send(there, "a", "text"));
        Assert.Equal(first, await Send(Open(), "a", "text"));
        Assert.Single(await Read(there));
    }

    [Fact]
    [Trait("rule", "A4")]
    public async Task A4_writers_at_once_send_each_message_once_and_give_each_a_reference_of_its_own()
    {
        LocalSmsOutbox[] writers = [Open(), Open(), Open()];
        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => Send(writers[i % 3], $"key-{i / 3}", "text"))));

        var read = await Read(Open());
        Assert.Equal(20, read.Count);
        Assert.Equal(20, read.Select(sms => sms.Reference).Distinct().Count());
        Assert.Equal(20, results.Select(result => result.Reference).Distinct().Count());
    }

    [Fact]
    public async Task A_last_line_that_a_crash_has_torn_is_passed_over_and_then_dropped()
    {
        var outbox = Open();
        await Send(outbox, "a", "text");
        var whole = await File.ReadAllBytesAsync(folder[LocalSmsOutbox.FileName], TestContext.Current.CancellationToken);
        await Send(outbox, "b", "torn");
        var both = await File.ReadAllBytesAsync(folder[LocalSmsOutbox.FileName], TestContext.Current.CancellationToken);
        for (var length = whole.Length; length < both.Length; length++)
        {
            await File.WriteAllBytesAsync(folder[LocalSmsOutbox.FileName], both[..length], TestContext.Current.CancellationToken);
            Assert.Equal(["a"], (await Read(Open())).Select(sms => sms.DeduplicationKey));
            await Send(Open(), "b", "again");
            Assert.Equal(["b", "a"], (await Read(Open())).Select(sms => sms.DeduplicationKey));
        }
    }

    [Fact]
    public async Task An_outbox_that_was_open_before_a_line_was_torn_away_goes_on_with_what_is_there()
    {
        var outbox = Open();
        await Send(outbox, "a", "text");
        await Send(outbox, "b", "text");
        File.Delete(folder[LocalSmsOutbox.FileName]);

        await Send(outbox, "b", "text");

        Assert.Equal(["b"], (await Read(outbox)).Select(sms => sms.DeduplicationKey));
    }

    [Fact]
    public async Task A_line_that_is_none_of_its_own_is_told_without_being_quoted()
    {
        await File.WriteAllTextAsync(folder[LocalSmsOutbox.FileName], $"{{\"phone\":\"{Phone}\" broken}}\n", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => Read(Open()));

        Assert.DoesNotContain(Phone, failure.ToString(), StringComparison.Ordinal);
        Assert.Contains(LocalSmsOutbox.FileName, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_phone_nor_text_shows_in_words_about_a_message()
    {
        var outbox = Open();
        await Send(outbox, "a", "secret code 4711");

        var shown = $"{(await Read(outbox))[0]} {new Application.Ports.Sms("a", Phone, "secret code 4711")} {outbox}";

        Assert.DoesNotContain(Phone, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", shown, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_the_outbox_opens_for_its_owner_only_and_names_neither_phone_nor_text()
    {
        await Send(Open(), "a", "中文");

        var text = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(folder[LocalSmsOutbox.FileName], TestContext.Current.CancellationToken));
        Assert.DoesNotContain("中文", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder[LocalSmsOutbox.FileName]));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_what_was_sent_to_somebody_who_is_erased_shows_nothing_and_what_is_sent_to_the_phone_later_is_not_kept()
    {
        await Send(Open(), "a", "earlier");
        Assert.True(Application.Privacy.Phone.TryParse(Phone, out var phone));
        await vault.Erase(vault.Personal.SubjectOf(phone));

        Assert.True((await Send(Open(), "b", "later")).IsTaken);

        Assert.Equal([("b", "***", "***"), ("a", "***", "***")], (await Read(Open())).Select(sms => (sms.DeduplicationKey, sms.Phone, sms.Text)));
    }

    [Fact]
    public async Task What_is_no_mobile_number_is_refused()
    {
        var result = await Open().Send(new Application.Ports.Sms("a", "110", "text"), TestContext.Current.CancellationToken);

        Assert.Equal((false, SmsErrorCode.PhoneRefused), (result.IsTaken, result.ErrorCode));
    }

    private LocalSmsOutbox Open() => new(folder.Path, vault.Personal, new FixedClock());

    private static Task<SmsResult> Send(LocalSmsOutbox outbox, string key, string text) =>
        outbox.Send(new Application.Ports.Sms(key, Phone, text), TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<LocalSms>> Read(LocalSmsOutbox outbox) => outbox.Read(TestContext.Current.CancellationToken);
}
