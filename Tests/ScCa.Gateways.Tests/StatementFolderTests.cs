using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Application.Ports;
using ScCa.Domain.People;
using ScCa.Gateways.Bank;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class StatementFolderTests : IDisposable
{
    private const string MondayFile = "B-1;C;1;甲;20260105;103015\nB-2;C;2;乙;20260105;103016\n";

    private static readonly StatementMapping Mapping = StatementMapping.Parse("""
        {
          "delimiter": ";", "hasHeader": false, "bookedFormat": "uuuuMMdd HHmmss",
          "columns": { "reference": 1, "payerName": 4, "credit": 3, "booked": 5, "bookedTime": 6 },
          "incoming": { "column": 2, "values": ["C"] }
        }
        """u8);

    private readonly TemporaryFolder folder = new();
    private readonly TestVault vault = new();

    public void Dispose()
    {
        folder.Dispose();
        vault.Dispose();
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_imported_transfers_are_numbered_in_order_and_keep_their_numbers_after_a_restart()
    {
        var first = await Import(Open(), MondayFile);
        await Import(Open(), "B-3;C;3;丙;20260106;103015\n");

        Assert.Equal((2, 0, 0), (first.New, first.Known, first.Other));
        Assert.Equal([(1, "B-1", 100), (2, "B-2", 200), (3, "B-3", 300)], (await ReadAfter(Open(), 0)).Select(line => (line.Number, line.Reference, line.AmountFen)));
        Assert.Equal([3], (await ReadAfter(Open(), 2)).Select(line => line.Number));
        Assert.Equal([1, 2], (await ReadAfter(Open(), 0, 2)).Select(line => line.Number));
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_a_line_that_is_imported_again_counts_once_and_one_that_says_something_else_is_told()
    {
        var bank = Open();
        await Import(bank, MondayFile);

        var again = await Import(bank, MondayFile);
        var overlapping = await Import(Open(), "B-2;C;2;乙;20260105;103016\nB-2;C;9;乙;20260105;103016\nB-3;C;3;丙;20260105;103017\nB-4;D;1;丁;20260105;103018\n");

        Assert.Equal((0, 2), (again.New, again.Known));
        Assert.Equal((1, 1, 1), (overlapping.New, overlapping.Known, overlapping.Other));
        Assert.Equal([new BadLine(2, 2, BadLineReason.ReferenceTaken)], overlapping.Bad);
        Assert.Equal([100, 200, 300], (await ReadAfter(bank, 0)).Select(line => line.AmountFen));
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_what_lies_in_the_inbox_is_taken_in_and_only_a_report_of_it_is_kept_under_its_digest()
    {
        Put("b.csv", "B-2;C;2;乙;20260105;103016\nbroken\n");
        Put("a.csv", "B-1;C;1;甲;20260105;103015\n");
        Put("c.csv.part", "B-9;C;9;癸;20260105;103015\n");

        Assert.Equal(["B-1", "B-2"], (await ReadAfter(Open(), 0)).Select(line => line.Reference));

        Assert.Equal(["c.csv.part"], Directory.GetFiles(folder[StatementFolder.InboxName]).Select(Path.GetFileName));
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("B-2;C;2;乙;20260105;103016\nbroken\n"u8));
        Assert.All(Directory.GetFiles(folder[StatementFolder.ImportedName]), file => Assert.EndsWith(".report.json", file, StringComparison.Ordinal));
        var report = await File.ReadAllTextAsync(Imported($"{digest}.report.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"reason\": \"FieldCount\"", report, StringComparison.Ordinal);
        Assert.Contains("\"line\": 2", report, StringComparison.Ordinal);
        Assert.DoesNotContain("乙", report, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_no_file_names_a_payer_once_the_inbox_is_taken_in_and_his_name_opens_with_his_payments_key_alone()
    {
        Put("a.csv", "B-1;C;1;王小明;20260105;103015\nB-2;C;2;王小明;20260105;103016\nbroken;王小明\n");

        var lines = await ReadAfter(Open(), 0);
        await vault.Erase(lines[0].Payer.Subject);

        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("王小明", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((null, "王小明"), (await vault.NameOf(lines[0].Payer), await vault.NameOf(lines[1].Payer)));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_a_payment_whose_payer_was_erased_is_known_when_it_is_imported_again_and_kept_out_when_even_its_line_is_lost()
    {
        await Import(Open(), MondayFile);
        await vault.Erase((await ReadAfter(Open(), 0))[0].Payer.Subject);

        var again = await Import(Open(), MondayFile);
        var contradicting = await Import(Open(), "B-1;C;1;丙;20260105;103015\n");
        File.Delete(folder[StatementFolder.LinesName]);
        var anew = await Import(Open(), MondayFile);

        Assert.Equal((0, 2), (again.New, again.Known));
        Assert.Equal(BadLineReason.ReferenceTaken, Assert.Single(contradicting.Bad).Reason);
        Assert.Equal((1, 1), (anew.New, anew.Known));
        Assert.Equal(["B-2"], (await ReadAfter(Open(), 0)).Select(line => line.Reference));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_what_was_put_aside_unread_is_deleted_when_anybody_is_erased_because_nobody_can_tell_who_is_in_it()
    {
        Put("a.csv", "only;王小明\n");
        await ReadAfter(Open(), 0);
        Assert.Single(Directory.GetFiles(folder[StatementFolder.RefusedName]));

        await Open().Forget(new ForgottenPerson(new SubjectId("i-1"), []), TestContext.Current.CancellationToken);

        Assert.Empty(Directory.GetFiles(folder[StatementFolder.RefusedName]));
    }

    [Fact]
    public async Task A_file_of_another_kind_is_put_aside_and_the_files_behind_it_go_on()
    {
        Put("a.csv", "only;two\n");
        Put("b.csv", MondayFile);
        using (var endless = new FileStream(Path.Combine(folder[StatementFolder.InboxName], "c.csv"), FileMode.Create))
            endless.SetLength(100L * 1024 * 1024);

        Assert.Equal(2, (await ReadAfter(Open(), 0)).Count);

        Assert.Empty(Directory.GetFiles(folder[StatementFolder.InboxName]));
        Assert.Equal(["a.csv", "c.csv"], Directory.GetFiles(folder[StatementFolder.RefusedName]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_a_crash_anywhere_in_the_import_leaves_nothing_out_and_nothing_double()
    {
        await Import(Open(), "B-0;C;1;甲;20260105;103015\n");
        var before = await File.ReadAllBytesAsync(folder[StatementFolder.LinesName], TestContext.Current.CancellationToken);
        await Import(Open(), MondayFile);
        var after = await File.ReadAllBytesAsync(folder[StatementFolder.LinesName], TestContext.Current.CancellationToken);

        for (var length = before.Length; length <= after.Length; length++)
        {
            await File.WriteAllBytesAsync(folder[StatementFolder.LinesName], after[..length], TestContext.Current.CancellationToken);
            var numbersBefore = await ReadAfter(Open(), 0);
            Put("again.csv", MondayFile);

            var lines = await ReadAfter(Open(), 0);

            Assert.Equal([(1, "B-0"), (2, "B-1"), (3, "B-2")], lines.Select(line => (line.Number, line.Reference)));
            Assert.Equal(numbersBefore, lines.Take(numbersBefore.Count));
        }
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_importers_at_once_give_every_transfer_one_number()
    {
        var days = Enumerable.Range(0, 20).Select(day => string.Concat(Enumerable.Range(day * 3, 6).Select(i => $"B-{i};C;1;甲;20260105;103015\n"))).ToList();

        var reports = await Task.WhenAll(days.Select(day => Task.Run(() => Import(Open(), day))));

        var lines = await ReadAfter(Open(), 0);
        Assert.Equal(63, lines.Count);
        Assert.Equal(63, reports.Sum(report => report.New));
        Assert.Equal(Enumerable.Range(1, 63).Select(number => (long)number), lines.Select(line => line.Number));
        Assert.Equal(63, lines.Select(line => line.Reference).Distinct().Count());
    }

    [Fact]
    public async Task Everything_that_is_kept_opens_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await Import(Open(), MondayFile);

        Assert.All(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), path =>
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        });
    }

    private StatementFolder Open() => new(folder.Path, Mapping, new Lazy<Application.Intake.Payers>(vault.Payers), NullLogger<StatementFolder>.Instance);

    private string Imported(string name) => Path.Combine(folder[StatementFolder.ImportedName], name);

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(folder[StatementFolder.InboxName]);
        File.WriteAllText(Path.Combine(folder[StatementFolder.InboxName], name), text);
    }

    private static Task<StatementReport> Import(StatementFolder bank, string text) => bank.Import(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<BankLine>> ReadAfter(StatementFolder bank, long number, int max = 1000) =>
        bank.ReadAfter(number, max, TestContext.Current.CancellationToken);
}
