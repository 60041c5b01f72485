using System.Text;
using NodaTime;
using ScCa.Application.Policies;
using ScCa.Composition.Gateways;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>A published version never changes; what is not published is a draft.</summary>
public sealed class PolicyPublicationTests
{
    private static readonly string Digest = PolicyFolder.DigestOf(SixthPlatform.Json);
    private static readonly PlatformId Sixth = new("sixth");
    private static readonly LocalDate Later = new(2027, 1, 1);

    [Fact, Trait("rule", "A5")]
    public void A5_A_platform_of_the_operators_own_counts_beside_those_that_ship()
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.Json).Published(("sixth", 1, Digest));

        var book = PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path));

        Assert.Equal("Sixth platform", book.InEffect(Sixth, Later)!.Name.En);
        Assert.Equal(PolicyLoader.LoadShipped().Policies.Length + 1, book.Policies.Length);
        Assert.True(book.Calendar.Knows(2026));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_new_version_of_a_platform_that_ships_takes_effect_on_its_day()
    {
        using var folder = new PolicyFolder().With("hrss.3.json", Shipped("hrss.2.json").Replace("\"version\": 2", "\"version\": 3", StringComparison.Ordinal)
            .Replace("\"effectiveFrom\": \"2026-01-01\"", "\"effectiveFrom\": \"2027-01-01\"", StringComparison.Ordinal));

        var book = PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path), withDrafts: true);

        Assert.Equal(2, book.InEffect(new PlatformId("hrss"), new LocalDate(2026, 12, 31))!.Version);
        Assert.Equal(3, book.InEffect(new PlatformId("hrss"), Later)!.Version);
    }

    [Fact]
    public void A_draft_is_passed_over_unless_asked_for_however_faulty()
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.Json).With("faulty.json", "{").With("notes.txt", "not a policy");

        Assert.Null(PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path)).InEffect(Sixth, Later));
        Assert.Equal(("faulty.json", "unreadable"), Fault(() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path), withDrafts: true)));
        File.Delete(folder.At("faulty.json"));
        Assert.NotNull(PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path), withDrafts: true).InEffect(Sixth, Later));
    }

    [Theory]
    [InlineData("\"200.00\"", "\"210.00\"")]
    [InlineData("\"friday\"", "\"monday\"")]
    [InlineData("\"Hall\"", "\"hall\"")]
    [InlineData("\"source\": \"invented\"", "\"source\": \"found\"")]
    public void A_published_version_whose_content_changed_is_refused_naming_file_and_version(string right, string wrong)
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.With(right, wrong)).Published(("sixth", 1, Digest));

        foreach (var withDrafts in new[] { false, true })
        {
            var fault = Assert.Single(Assert.Throws<PolicyInvalidException>(() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path), withDrafts)).Faults);
            Assert.Equal((folder.At("sixth.json"), "$", "changed"), (fault.File, fault.Path, fault.Code));
            Assert.Contains("version 1 of sixth", fault.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_published_version_that_was_broken_is_refused_for_both_reasons()
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.With("\"P1Y\", ", "\"P3Y\", ")).Published(("sixth", 1, Digest));

        Assert.Equal(
            ["twice", "changed"], Assert.Throws<PolicyInvalidException>(() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path))).Faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ broken")]
    public void A_published_version_must_stay(string? left)
    {
        using var folder = new PolicyFolder().Published(("sixth", 1, Digest));
        if (left is not null)
            folder.With("sixth.json", left);

        var faults = Assert.Throws<PolicyInvalidException>(() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path))).Faults;

        Assert.Equal(("published.json", "$[0]", "missing"), (Path.GetFileName(faults[0].File), faults[0].Path, faults[0].Code));
        // What cannot be read is the reason why it is missing.
        Assert.Equal(left is null ? [] : ["unreadable"], faults.Skip(1).Select(f => f.Code));
    }

    [Fact]
    public void Another_layout_is_no_change()
    {
        var packed = SixthPlatform.Json.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal);
        var turned = SixthPlatform.With("\"id\": \"sixth\", \"version\": 1,", "\"version\": 1, \"$schema\": \"policy.schema.json\", \"id\": \"sixth\",")
            .Replace("第六", "\\u7b2c\\u516d", StringComparison.Ordinal);

        foreach (var json in new[] { packed, turned })
        {
            Assert.NotEqual(SixthPlatform.Json, json);
            using var folder = new PolicyFolder().With("sixth.json", json).Published(("sixth", 1, Digest));
            Assert.NotNull(PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path)).InEffect(Sixth, Later));
        }
    }

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("{\"b\":1,\"a\":{\"d\":2,\"c\":3}}", "{ \"a\": {\"c\":3, \"d\":2}, \"b\": 1 }", true)]
    [InlineData("{\"a\":1}", "{\"a\":\"1\"}", false)]
    [InlineData("{\"a\":null}", "{}", false)]
    public void Members_are_sorted_and_items_are_not(string one, string other, bool same)
    {
        (one, other) = one == "a" ? ("\"a\"", "\"\\u0061\"") : (one, other);

        Assert.Equal(same, PolicyFolder.DigestOf(one) == PolicyFolder.DigestOf(other));
    }

    // Computed by another program: sort_keys, no blanks, UTF-8.
    [Fact]
    public void The_digest_is_that_of_sorted_packed_json() =>
        Assert.Equal("67f49d3619e829c5d648dc373d198de56ea773be58e139f774531869fb8e24ac", PolicyFolder.DigestOf("{ \"b\": [\"甲\", 1, null], \"a\": { \"z\": true, \"$schema\": \"x\", \"y\": \"+<&\" } }"));

    [Theory]
    [InlineData("{", "$", "unreadable")]
    [InlineData("null", "$", "unreadable")]
    [InlineData("[null]", "$[0]", "null-item")]
    [InlineData("[{\"platform\": \"sixth\", \"version\": 1, \"digest\": \"00\"}]", "$[0].digest", "unreadable")]
    [InlineData("[{\"platform\": \"sixth\", \"version\": 1, \"sha256\": \"00\"}]", "$[0].sha256", "unreadable")]
    public void A_list_that_cannot_be_read_is_refused(string json, string path, string code)
    {
        using var folder = new PolicyFolder().With("published.json", json);

        var fault = Assert.Single(Assert.Throws<PolicyInvalidException>(() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path))).Faults);

        Assert.Equal(("published.json", path, code), (Path.GetFileName(fault.File), fault.Path, fault.Code));
    }

    [Fact]
    public void A_version_is_published_once()
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.Json).Published(("sixth", 1, Digest), ("sixth", 1, Digest));

        Assert.Equal(("published.json", "twice"), Fault(() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path))));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_version_stands_in_one_file_and_takes_effect_after_the_one_before_it()
    {
        var second = SixthPlatform.With("\"version\": 1", "\"version\": 2");

        Assert.Equal(("two.json", "version-twice"), Fault(() => Load(SixthPlatform.Json, SixthPlatform.Json)));
        Assert.Equal(("two.json", "too-early"), Fault(() => Load(SixthPlatform.Json, second)));
        Assert.Equal(("one.json", "too-early"), Fault(() => Load(second, SixthPlatform.Json)));
        Assert.Equal(2, Load(SixthPlatform.Json, second.Replace("2026-01-01", "2026-01-02", StringComparison.Ordinal)).Policies.Length);
        Assert.Equal(2, Load(SixthPlatform.Json, SixthPlatform.With("\"id\": \"sixth\"", "\"id\": \"seventh\"")).Policies.Length);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        using var folder = new PolicyFolder();

        Assert.Equal(("nowhere", "no-folder"), Fault(() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.At("nowhere")))));
        Assert.Equal("no-folder", Assert.Single(PolicyReport.On(PolicyFolders.At(folder.At("nowhere"))).Faults).Code);
    }

    [Fact]
    public void Publishing_fixes_every_draft_once_and_nothing_with_a_fault()
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.Json).With("faulty.json", "{");

        Assert.Equal("unreadable", Assert.Single(PolicyPublication.Publish(PolicyFolders.At(folder.Path)).Faults).Code);
        Assert.False(File.Exists(folder.At("published.json")));

        File.Delete(folder.At("faulty.json"));
        Assert.Equal(("sixth", 1, Digest), PolicyPublication.Publish(PolicyFolders.At(folder.Path)).Versions.Select(v => (v.Platform, v.Version, v.Digest)).Single());
        Assert.NotNull(PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path)).InEffect(Sixth, Later));

        var list = File.ReadAllText(folder.At("published.json"));
        Assert.Empty(PolicyPublication.Publish(PolicyFolders.At(folder.Path)).Versions);
        Assert.Equal(list, File.ReadAllText(folder.At("published.json")));

        folder.With("second.json", SixthPlatform.With("\"version\": 1", "\"version\": 2").Replace("2026-01-01", "2026-06-01", StringComparison.Ordinal));
        Assert.Equal(2, Assert.Single(PolicyPublication.Publish(PolicyFolders.At(folder.Path)).Versions).Version);
        Assert.Equal([1, 2], PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder.Path)).Policies.Where(p => p.Id == Sixth).Select(p => p.Version));
        Assert.Equal(["published.json", "second.json", "sixth.json"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_report_names_drafts_ways_and_prices_as_files_do()
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.Json);

        var version = PolicyReport.On(PolicyFolders.At(folder.Path)).Versions.Single(v => v.Platform == "sixth");

        Assert.Equal((false, "2026-01-01", "第六平台"), (version.Published, version.EffectiveFrom, version.Name.ZhCn));
        Assert.Equal(["new unit beforeIssue", "new individual beforeIssue", "revoke unit inValidity", "revoke unit expired", "renew unit inValidity"],
            version.Services.Select(s => $"{s.Operation} {s.Holder} {s.Stage}"));
        Assert.Equal(["online legalRepresentative applicant", "window  anyone"], version.Services[0].Ways.Select(w => $"{w.Channel} {w.HandledBy} {w.Intake}"));
        Assert.Equal(
            ["unit opening 100.00 3", "unit annualService 200.00 ", "unit seal 30.00 ", "unit revoke  ", "unit reissue 50.00 "],
            version.Prices.Where(p => p.Holder == "unit").Select(p => $"{p.Holder} {p.Item} {p.Price} {p.WaivedFromYears}"));
    }

    [Fact]
    public void A_faulty_version_is_reported_by_its_fault_alone()
    {
        using var folder = new PolicyFolder().With("sixth.json", SixthPlatform.With("\"12:00-17:30\"", "\"afternoon\""));

        var report = PolicyReport.On(PolicyFolders.At(folder.Path));

        Assert.Equal("hours", Assert.Single(report.Faults).Code);
        Assert.DoesNotContain(report.Versions, v => v.Platform == "sixth");
        Assert.Equal(PolicyLoader.LoadShipped().Policies.Length, report.Versions.Length);
    }

    private static PolicyBook Load(string one, string two) => PolicyLoader.Load([SixthPlatform.File(one, "one.json"), SixthPlatform.File(two, "two.json")], []);

    private static (string? File, string Code) Fault(Func<PolicyBook> load)
    {
        var fault = Assert.Single(Assert.Throws<PolicyInvalidException>(load).Faults);
        return (Path.GetFileName(fault.File), fault.Code);
    }

    private static string Shipped(string file) =>
        File.ReadAllText(Testing.Repository.At("Domain", "ScCa.Domain", "Platforms", "Policies", file), Encoding.UTF8);
}
