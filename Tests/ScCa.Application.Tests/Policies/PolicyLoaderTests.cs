using System.Text;
using NodaTime;
using ScCa.Application.Policies;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Policies;

public sealed class PolicyLoaderTests
{
    private static readonly string Shipped = File.ReadAllText(Repository.At("Domain", "ScCa.Domain", "Platforms", "Policies", "gov-procurement.1.json"));

    [Fact, Trait("rule", "A5")]
    public void The_shipped_policies_and_calendars_load()
    {
        var book = PolicyLoader.LoadShipped();

        Assert.Equal("gov-procurement", Assert.Single(book.Policies).Id.Value);
        Assert.Equal([true, true, true, false], new[] { 2024, 2025, 2026, 2027 }.Select(book.Calendar.Knows));
        Assert.False(book.Calendar.IsWorkingDay(new LocalDate(2026, 10, 7)));
        Assert.True(book.Calendar.IsWorkingDay(new LocalDate(2026, 10, 10)));
    }

    [Theory, Trait("rule", "P7")]
    [InlineData(Operation.New, 1, "300.00")]
    [InlineData(Operation.New, 2, "400.00")]
    [InlineData(Operation.Renew, 1, "200.00")]
    [InlineData(Operation.Renew, 2, "400.00")]
    public void A_gov_unit_is_charged_as_published(Operation operation, int years, string total) =>
        Assert.Equal(total, PolicyLoader.LoadShipped().Policies[0].Charge(operation, HolderKind.Unit, Term.OfYears(years)).Total.Value);

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 0", "$.version")]
    [InlineData("\"version\": 1", "\"version\": \"one\"", "$.version")]
    [InlineData("\"terms\": [\"P1Y\", \"P2Y\"]", "\"terms\": []", "$.terms")]
    [InlineData("\"terms\": [\"P1Y\", \"P2Y\"]", "\"terms\": [\"P1M\"]", "$.terms[0]")]
    [InlineData("\"id\": \"agency\"", "\"id\": \"supplier\"", "$.roles")]
    [InlineData("\"opening\": \"100.00\"", "\"opening\": \"100.005\"", "$.tariffs[0].opening")]
    [InlineData("\"opening\": \"100.00\"", "\"opnening\": \"100.00\"", "$.tariffs[0].opnening")]
    [InlineData("\"stage\": \"beforeIssue\"", "\"stage\": \"inValidity\"", "$.services[0].stage")]
    [InlineData("\"stage\": \"expired\"", "\"stage\": \"inValidity\"", "$.services[1]")]
    [InlineData("\"channels\": [\"online\"], \"verification\": \"keySignature\"", "\"channels\": [], \"verification\": \"keySignature\"", "$.services[1].channels")]
    [InlineData("\"channels\": [\"online\"], \"verification\": \"keySignature\"", "\"channels\": [\"pigeon\"], \"verification\": \"keySignature\"", "$.services[1].channels[0]")]
    [InlineData("\"postedWithinWorkingDays\": 2", "\"postedWithinWorkingDays\": 0", "$.services[0].postedWithinWorkingDays")]
    [InlineData("\"tariffs\": [\n    { \"holder\": \"unit\"", "\"tariffs\": [\n    { \"holder\": \"expert\"", "$.services[0].holder")]
    [InlineData("\"effectiveFrom\": \"2020-01-01\"", "\"effectiveFrom\": \"2020-02-30\"", "$.effectiveFrom")]
    public void A_faulty_policy_is_refused_naming_file_path_and_reason(string right, string wrong, string path)
    {
        Assert.Contains(right, Shipped, StringComparison.Ordinal);
        var faulty = Shipped.Replace(right, wrong, StringComparison.Ordinal);

        var refused = Assert.Throws<PolicyInvalidException>(() => Load(faulty));

        Assert.Equal(("gov.json", path), (refused.File, refused.Path));
        Assert.NotEmpty(refused.Reason);
    }

    [Fact]
    public void A_version_cannot_stand_twice_nor_take_effect_before_the_one_before_it()
    {
        Assert.Throws<PolicyInvalidException>(() => Load(Shipped, Shipped));
        Assert.Throws<PolicyInvalidException>(() => Load(Shipped, Shipped.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_version_in_effect_is_the_newest_that_has_begun()
    {
        var second = Shipped.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("2020-01-01", "2026-07-01", StringComparison.Ordinal);
        var book = Load(Shipped, second);
        var gov = new PlatformId("gov-procurement");

        Assert.Null(book.InEffect(gov, new LocalDate(2019, 12, 31)));
        Assert.Equal(1, book.InEffect(gov, new LocalDate(2026, 6, 30))!.Version);
        Assert.Equal(2, book.InEffect(gov, new LocalDate(2026, 7, 1))!.Version);
    }

    [Theory]
    [InlineData("[\"2026-13-01\"]")]
    [InlineData("[\"2026-01-03/2026-01-01\"]")]
    [InlineData("[\"2025-12-31/2026-01-02\"]")]
    [InlineData("[\"2026-01-01/2026-01-02/2026-01-03\"]")]
    public void A_faulty_calendar_is_refused_naming_file_path_and_reason(string off)
    {
        var json = $$"""{ "year": 2026, "source": "test", "off": {{off}}, "work": [] }""";

        var refused = Assert.Throws<PolicyInvalidException>(() => PolicyLoader.Load([], [("2026.json", Encoding.UTF8.GetBytes(json))]));

        Assert.Equal(("2026.json", "$.off"), (refused.File, refused.Path));
    }

    private static PolicyBook Load(params string[] policies) => PolicyLoader.Load(policies.Select(p => ("gov.json", Encoding.UTF8.GetBytes(p))), []);
}
