using System.Text.RegularExpressions;
using ScCa.Application.Policies;
using ScCa.Application.Texts;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>One fault at a time in a policy that holds, and where it is found.</summary>
public sealed partial class PolicyCheckTests
{
    private const string Regions =
        """[{ "id": "north", "name": { "zhCn": "北区", "en": "North" } }, { "id": "south", "name": { "zhCn": "南区", "en": "South" } }]""";

    [Fact]
    public void A_sixth_platform_is_data_alone() => Assert.Equal("sixth", Assert.Single(Load(SixthPlatform.Json).Policies).Id.Value);

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 0", "$.version", "version")]
    [InlineData("\"source\": \"invented\"", "\"source\": \" \"", "$.source", "blank")]
    [InlineData("\"第六平台\"", "\"\"", "$.name.zhCn", "blank")]
    [InlineData("\"Sixth platform\"", "\" \"", "$.name.en", "blank")]
    [InlineData("\"sixth.example\"]", "\"\"]", "$.entries[1]", "blank")]
    [InlineData("\"sixth.example\"]", "\"第六平台专用\"]", "$.entries", "twice")]
    [InlineData("[\"P1Y\", \"P3Y\"]", "[]", "$.terms", "none")]
    [InlineData("[\"P1Y\", \"P3Y\"]", "[\"P1Y\", \"P1Y\"]", "$.terms", "twice")]
    [InlineData("\"id\": \"member\"", "\"id\": \"unit\"", "$.roles", "twice")]
    [InlineData("\"Member\"", "\"\"", "$.roles[1].name.en", "blank")]
    [InlineData("\"holder\": \"unit\", \"name\"", "\"holder\": \"unit\", \"belongsToUnit\": true, \"name\"", "$.roles[0].belongsToUnit", "unit-of-unit")]
    [InlineData("\"id\": \"copy\", \"name\"", "\"id\": \"copy2\", \"name\"", "$.services[0].ways[0].materials[1]", "no-material")]
    [InlineData("\"Copy\"", "\"\"", "$.materials[1].name.en", "blank")]
    [InlineData("\"https://sixth.example/form\"", "\"http://sixth.example/form\"", "$.materials[0].download", "not-web")]
    [InlineData("\"https://sixth.example/form\"", "\"form.pdf\"", "$.materials[0].download", "not-web")]
    [InlineData("\"https://sixth.example/windows\"", "\"windows\"", "$.windowList", "not-web")]
    [InlineData("\"Chengdu\"", "\"\"", "$.postTo.en", "blank")]
    [InlineData("\"en\": \"Hall\"", "\"en\": \"\"", "$.windows[0].name.en", "blank")]
    [InlineData("\"Ground floor\"", "\"\"", "$.windows[0].address.en", "blank")]
    [InlineData("\"monday\", \"saturday\"", "\"none\", \"saturday\"", "$.windows[0].weekdays", "no-weekday")]
    [InlineData("\"monday\", \"saturday\"", "\"monday\", \"monday\"", "$.windows[0].weekdays", "twice")]
    [InlineData("\"12:00-17:30\"", "\"12:00 to 17:30\"", "$.windows[0].hours[1]", "hours")]
    [InlineData("\"09:00-12:00\"", "\"9:00-12:00\"", "$.windows[0].hours[0]", "hours")]
    [InlineData("\"12:00-17:30\"", "\"12:00-24:30\"", "$.windows[0].hours[1]", "hours")]
    [InlineData("\"12:00-17:30\"", "\"17:30-12:00\"", "$.windows[0].hours[1]", "hours")]
    [InlineData("\"12:00-17:30\"", "\"12:00-12:00\"", "$.windows[0].hours[1]", "hours")]
    [InlineData("\"12:00-17:30\"", "\"11:59-17:30\"", "$.windows[0].hours[1]", "hours-overlap")]
    [InlineData("\"Seller\"", "\"\"", "$.roleAccounts[0].name.en", "blank")]
    [InlineData("\"opening\": \"100.00\"", "\"opening\": \"-100.00\"", "$.tariffs[0].opening", "negative")]
    [InlineData("\"annualService\": \"200.00\"", "\"annualService\": \"-0.01\"", "$.tariffs[0].annualService", "negative")]
    [InlineData("\"seal\": \"30.00\"", "\"seal\": \"-30.00\"", "$.tariffs[0].seal", "negative")]
    [InlineData("\"50.00\"", "\"-50.00\"", "$.tariffs[0].perOperation[1].price", "negative")]
    [InlineData("\"operation\": \"reissue\"", "\"operation\": \"revoke\"", "$.tariffs[0].perOperation", "twice")]
    [InlineData("\"operation\": \"reissue\"", "\"operation\": \"sealRenew\"", "$.tariffs[0].perOperation[1].operation", "charged-by-years")]
    [InlineData("\"stages\": [\"beforeIssue\"]", "\"stages\": []", "$.services[0].stages", "none")]
    [InlineData("\"holders\": [\"unit\", \"individual\"]", "\"holders\": []", "$.services[0].holders", "none")]
    [InlineData("\"holders\": [\"unit\", \"individual\"]", "\"holders\": [\"unit\", \"unit\"]", "$.services", "twice")]
    [InlineData("[{ \"channel\": \"online\", \"intake\": \"applicant\", \"verification\": [], \"reviewedWithinWorkingDays\": 1 }]", "[]", "$.services[1].ways", "none")]
    [InlineData("\"stages\": [\"inValidity\", \"expired\"]", "\"stages\": [\"beforeIssue\"]", "$.services[1].stages", "stage")]
    [InlineData("\"operation\": \"revoke\", \"holders\"", "\"operation\": \"change\", \"holders\"", "$.services[1].stages", "stage")]
    [InlineData("\"stages\": [\"beforeIssue\"]", "\"stages\": [\"expired\"]", "$.services[0].stages", "stage")]
    [InlineData("\"materials\": [\"form\", \"copy\"]", "\"materials\": [\"form\", \"form\"]", "$.services[0].ways[0].materials", "twice")]
    [InlineData("\"payment\": [\"corporateTransfer\", \"weChat\"]", "\"payment\": [\"weChat\", \"weChat\"]", "$.services[0].ways[0].payment", "twice")]
    [InlineData("[\"realPerson\", \"corporateTransfer\"]", "[\"realPerson\", \"realPerson\"]", "$.services[0].ways[0].verification", "twice")]
    [InlineData("\"payment\": [\"window\"]", "\"payment\": []", "$.services[0].ways[1].payment", "no-payment")]
    [InlineData("\"realPerson\", \"corporateTransfer\"", "\"realPerson\", \"onSite\"", "$.services[0].ways[0].verification", "on-site")]
    [InlineData("\"corporateTransfer\", \"weChat\"", "\"corporateTransfer\", \"window\"", "$.services[0].ways[0].payment", "paid-at-window")]
    [InlineData("\"handledBy\": \"legalRepresentative\"", "\"handledBy\": \"handler\"", "$.services[0].ways[0].verification", "real-person")]
    [InlineData("\"handledBy\": \"legalRepresentative\",", "", "$.services[0].ways[0].verification", "real-person")]
    [InlineData("\"verification\": [\"onSite\"]", "\"verification\": [\"onSite\", \"keySignature\"]", "$.services[0].ways[1].verification", "no-key-yet")]
    [InlineData("\"reviewedWithinWorkingDays\": 1", "\"reviewedWithinWorkingDays\": 0", "$.services[1].ways[0].reviewedWithinWorkingDays", "days")]
    [InlineData("\"reviewedWithinWorkingDays\": 1", "\"reviewed\": false, \"reviewedWithinWorkingDays\": 1", "$.services[1].ways[0].reviewedWithinWorkingDays", "not-reviewed")]
    [InlineData("{ \"withinWorkingDays\": 2 }", "{}", "$.services[0].ways[1].dispatch", "dispatch")]
    [InlineData("{ \"weekly\"", "{ \"withinWorkingDays\": 2, \"weekly\"", "$.services[0].ways[0].dispatch", "dispatch")]
    [InlineData("{ \"withinWorkingDays\": 2 }", "{ \"withinWorkingDays\": 0 }", "$.services[0].ways[1].dispatch.withinWorkingDays", "days")]
    [InlineData("\"day\": \"friday\"", "\"day\": \"saturday\"", "$.services[0].ways[0].dispatch.weekly.day", "weekend")]
    [InlineData("\"day\": \"friday\"", "\"day\": \"none\"", "$.services[0].ways[0].dispatch.weekly.day", "weekend")]
    [InlineData("\"cutOff\": \"thursday\"", "\"cutOff\": \"none\"", "$.services[0].ways[0].dispatch.weekly.cutOff", "no-weekday")]
    [InlineData("[{ \"id\": \"seller\", \"name\": { \"zhCn\": \"卖方\", \"en\": \"Seller\" } }]", "[]", "$.services[0].ways[0].dispatch.weekly.awaitsRoleAccount", "no-role-accounts")]
    public void A_fault_is_told_with_its_place_and_reason(string right, string wrong, string path, string code) =>
        Assert.Equal((path, code), Fault(SixthPlatform.With(right, wrong)));

    [Theory]
    [InlineData("\"holder\": \"individual\", \"belongsToUnit\"", "\"holder\": \"expert\", \"belongsToUnit\"", "$.services[0].holders", "no-role")]
    [InlineData("{ \"holder\": \"individual\", \"opening\"", "{ \"holder\": \"expert\", \"opening\"", "$.services[0].holders", "no-tariff")]
    [InlineData("{ \"holder\": \"individual\", \"opening\"", "{ \"holder\": \"unit\", \"opening\"", "$.tariffs", "twice")]
    [InlineData("\"copy\"", "\"form\"", "$.materials", "twice")]
    public void One_fault_may_show_in_several_places(string right, string wrong, string path, string code) =>
        Assert.Contains((path, code), Faults(SixthPlatform.With(right, wrong)));

    [Theory]
    [InlineData("windows")]
    [InlineData("roleAccounts")]
    public void A_window_and_a_role_account_stand_in_their_lists_once(string list)
    {
        var start = SixthPlatform.Json.IndexOf('[', SixthPlatform.Json.IndexOf($"\"{list}\"", StringComparison.Ordinal)) + 1;
        var end = SixthPlatform.Json.IndexOf($"{(list == "windows" ? "\n  " : "")}],\n  \"{(list == "windows" ? "roleAccounts" : "services")}\"", StringComparison.Ordinal);
        var item = SixthPlatform.Json[start..end];

        Assert.Equal(($"$.{list}", "twice"), Fault(SixthPlatform.With(item, $"{item},{item}")));
    }

    [Theory]
    [InlineData("\"en\": \"Region\"", "\"en\": \" \"", "$.region.label.en", "blank")]
    [InlineData("\"zhCn\": \"北区\"", "\"zhCn\": \"\"", "$.region.choices[0].name.zhCn", "blank")]
    [InlineData("\"south\"", "\"north\"", "$.region.choices", "twice")]
    [InlineData(Regions, "[]", "$.region.choices", "none")]
    public void Regions_stand_in_their_list_once_and_in_both_languages(string right, string wrong, string path, string code)
    {
        const string Region = $$"""{ "label": { "zhCn": "区域", "en": "Region" }, "choices": {{Regions}} }""";
        Assert.Empty(Faults(SixthPlatform.With("\"roleAccounts\"", $"\"region\": {Region}, \"roleAccounts\"")));

        Assert.Equal((path, code), Fault(SixthPlatform.With("\"roleAccounts\"", $"\"region\": {Region.Replace(right, wrong, StringComparison.Ordinal)}, \"roleAccounts\"")));
    }

    [Fact]
    public void A_policy_without_roles_is_told() =>
        Assert.Contains(("$.roles", "none"), Faults(Regex.Replace(SixthPlatform.Json, "\"roles\": \\[.*?\\],\\s+\"terms\"", "\"roles\": [], \"terms\"", RegexOptions.Singleline)));

    [Theory, Trait("rule", "S1")]
    [InlineData("sealApply", true)]
    [InlineData("sealRenew", true)]
    [InlineData("sealUpgrade", false)]
    public void S1_Where_certificate_and_seal_are_one_a_seal_is_not_bought_alone(string operation, bool isFault)
    {
        var coupled = SixthPlatform.With("\"optional\"", "\"coupled\"").Replace("\"operation\": \"renew\"", $"\"operation\": \"{operation}\"", StringComparison.Ordinal);

        Assert.Equal(isFault ? [("$.services[2].operation", "coupled")] : [], Faults(coupled));
        Assert.Empty(Faults(coupled.Replace("\"coupled\"", "\"none\"", StringComparison.Ordinal)));
    }

    [Theory, Trait("rule", "A5")]
    [InlineData("online", "null", "online", "null", true)]
    [InlineData("online", "null", "online", "\"handler\"", true)]
    [InlineData("online", "\"handler\"", "online", "null", true)]
    [InlineData("online", "\"handler\"", "online", "\"handler\"", true)]
    [InlineData("online", "\"handler\"", "online", "\"legalRepresentative\"", false)]
    [InlineData("online", "null", "mail", "null", false)]
    public void A5_Nobody_finds_two_ways_through_one_channel(string channel, string handledBy, string otherChannel, string otherHandledBy, bool isFault)
    {
        static string Way(string channel, string handledBy) =>
            $$"""{ "channel": "{{channel}}", "handledBy": {{handledBy}}, "intake": "applicant", "verification": [] }""";
        const string Own = """{ "channel": "online", "intake": "applicant", "verification": [], "reviewedWithinWorkingDays": 1 }""";

        Assert.Equal(
            isFault ? [("$.services[1].ways[1]", "same-way")] : [],
            Faults(SixthPlatform.With(Own, $"{Way(channel, handledBy)}, {Way(otherChannel, otherHandledBy)}")));
    }

    /// <summary>P7, P8: whatever the tariff can charge for an operation asks for a means of payment.</summary>
    [Theory, Trait("rule", "P7")]
    [InlineData("new", "opening", "none", true)]
    [InlineData("new", "annualService", "none", true)]
    [InlineData("new", "seal", "none", false)]
    [InlineData("new", "seal", "optional", true)]
    [InlineData("renew", "opening", "optional", false)]
    [InlineData("renew", "annualService", "optional", true)]
    [InlineData("renew", "seal", "optional", false)]
    [InlineData("renew", "seal", "coupled", true)]
    [InlineData("sealRenew", "seal", "optional", true)]
    [InlineData("sealApply", "seal", "optional", true)]
    [InlineData("sealApply", "annualService", "optional", false)]
    [InlineData("change", "annualService", "optional", false)]
    [InlineData("change", "change", "optional", true)]
    [InlineData("change", "reissue", "optional", false)]
    public void P7_What_can_be_charged_must_be_payable(string operation, string priced, string coupling, bool isFault)
    {
        string Price(string item) => item == priced ? "\"0.01\"" : "null";
        var policy = $$"""
            {
              "id": "x", "version": 1, "effectiveFrom": "2026-01-01", "source": "x", "name": { "zhCn": "x", "en": "x" }, "entries": [],
              "roles": [{ "id": "x", "holder": "unit", "name": { "zhCn": "x", "en": "x" } }], "terms": ["P1Y"],
              "seals": { "coupling": "{{coupling}}", "format": "gbT38540V2020" }, "materials": [], "windows": [], "roleAccounts": [],
              "services": [{
                "operation": "{{operation}}", "holders": ["unit"], "stages": ["{{(operation == "new" ? "beforeIssue" : "inValidity")}}"],
                "ways": [{ "channel": "mail", "intake": "applicant", "verification": [] }]
              }],
              "tariffs": [{
                "holder": "unit", "opening": {{Price("opening")}}, "openingWaivedFrom": null, "annualService": {{Price("annualService")}}, "seal": {{Price("seal")}},
                "perOperation": [{ "operation": "change", "price": {{Price("change")}} }, { "operation": "reissue", "price": {{Price("reissue")}} }]
              }]
            }
            """;

        Assert.Equal(isFault ? [("$.services[0].ways[0].payment", "no-payment")] : [], Faults(policy));
    }

    [Fact]
    public void All_faults_of_a_file_are_told()
    {
        var faulty = SixthPlatform.With("\"P3Y\"]", "\"P1Y\"]").Replace("\"Hall\"", "\"\"", StringComparison.Ordinal).Replace("\"friday\"", "\"sunday\"", StringComparison.Ordinal);

        Assert.Equal(
            [("$.terms", "twice"), ("$.windows[0].name.en", "blank"), ("$.services[0].ways[0].dispatch.weekly.day", "weekend")],
            Faults(faulty));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": \"one\"", "$.version")]
    [InlineData("\"version\": 1", "\"version\": 1.5", "$.version")]
    [InlineData("\"version\": 1, ", "", "$")]
    [InlineData("\"P3Y\"", "\"P3M\"", "$.terms[1]")]
    [InlineData("\"100.00\"", "\"100.005\"", "$.tariffs[0].opening")]
    [InlineData("\"opening\": \"100.00\"", "\"opnening\": \"100.00\"", "$.tariffs[0].opnening")]
    [InlineData("\"2026-01-01\"", "\"2026-02-30\"", "$.effectiveFrom")]
    [InlineData("\"channel\": \"window\"", "\"channel\": \"pigeon\"", "$.services[0].ways[1].channel")]
    [InlineData("\"channel\": \"window\"", "\"channel\": 2", "$.services[0].ways[1].channel")]
    [InlineData("\"terms\": [\"P1Y\", \"P3Y\"]", "\"terms\": null", "$.terms")]
    [InlineData("\"entries\": [\"第六平台专用\"", "\"entries\": [null", "$.entries[0]")]
    [InlineData("\"roles\": [", "\"roles\": [null, ", "$.roles[0]")]
    [InlineData("\"第六平台\"", "null", "$.name.zhCn")]
    [InlineData("\"source\": \"invented\"", "\"source\": \"\\ud800\"", "$")]
    [InlineData("\"id\": \"sixth\"", "\"id\": \"si x th\"", "$.id")]
    [InlineData("\"id\": \"sixth\",", "\"id\": \"sixth\", \"id\": \"sixth\",", "$.id")]
    public void What_has_not_the_form_of_a_policy_is_told_with_its_place(string right, string wrong, string path) =>
        Assert.Equal(path, Fault(SixthPlatform.With(right, wrong)).Path);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"policy\"")]
    [InlineData("{} {}")]
    public void What_is_no_policy_at_all_is_told(string json) => Assert.Equal("unreadable", Fault(json).Code);

    [Fact]
    public void Every_fault_is_told_in_both_languages_without_a_place_left_open()
    {
        var texts = new TextCatalog(typeof(TextCatalog).Assembly);
        foreach (var key in texts.Keys.Where(k => k.StartsWith("policy-fault.", StringComparison.Ordinal)))
            Assert.Equal(Places().Matches(texts[Language.ZhCn, key]).Select(m => m.Value).Order(), Places().Matches(texts[Language.En, key]).Select(m => m.Value).Order());

        var fault = Assert.Throws<PolicyInvalidException>(() => Load(SixthPlatform.With("\"copy\"]", "\"no-such\"]"))).Faults[0];
        Assert.Equal("没有名为“no-such”的申请资料。", fault.Reason(Language.ZhCn));
        Assert.Equal("there is no material “no-such”.", fault.Reason(Language.En));
        Assert.Equal("sixth.json: $.services[0].ways[0].materials[1]: there is no material “no-such”.", fault.ToString());
    }

    [Fact]
    public void What_a_file_says_is_never_taken_for_the_name_of_a_word() =>
        Assert.Contains("“@Operation.New-x”", Faulty(SixthPlatform.With("\"12:00-17:30\"", "\"@Operation.New-x\"")).En, StringComparison.Ordinal);

    private static (string Path, string Code) Fault(string json) => Assert.Single(Faults(json));

    private static (string Path, string Code)[] Faults(string json)
    {
        try
        {
            Load(json);
            return [];
        }
        catch (PolicyInvalidException refused)
        {
            Assert.All(refused.Faults, f => Assert.Equal("sixth.json", f.File));
            return [.. refused.Faults.Select(f => (f.Path, f.Code))];
        }
    }

    private static PolicyFault Faulty(string json) => Assert.Single(Assert.Throws<PolicyInvalidException>(() => Load(json)).Faults);

    private static PolicyBook Load(string json) => PolicyLoader.Load([SixthPlatform.File(json)], []);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Places();
}
