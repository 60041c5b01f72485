using System.Text;
using ScCa.Application.Help;
using ScCa.Application.Policies;
using ScCa.Domain.Help;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Help;

public sealed class HelpLoaderTests
{
    private const string Contacts = """
        {
          "platforms": [{ "id": "one", "name": { "zhCn": "一", "en": "One" } }, { "id": "two", "name": { "zhCn": "二", "en": "Two" } }],
          "serviceLine": "desk",
          "contacts": [{ "id": "desk", "name": { "zhCn": "客服", "en": "Desk" }, "details": { "zhCn": "电话", "en": "Phone" } }]
        }
        """;

    private const string LookAlikes = """{ "groups": ["0o", "日曰"] }""";

    private const string Checks = """[{ "check": "tokenMissing", "yes": "thisIsNotIt", "ask": { "zhCn": "灯亮吗？", "en": "Does it shine?" } }]""";

    private const string Entries = """
        [
          {
            "id": "first", "symptoms": ["第一个错误", "first error"], "platforms": ["one"], "title": { "zhCn": "题", "en": "Title" },
            "causes": [
              {
                "id": "cause", "check": "certificateExpired", "platforms": null,
                "text": { "zhCn": "因", "en": "Cause" }, "remedy": { "zhCn": "法", "en": "Remedy" }, "contact": "desk"
              }
            ]
          }
        ]
        """;

    [Fact]
    public void The_shipped_catalogue_loads_and_knows_every_platform_with_a_policy()
    {
        var catalogue = HelpLoader.LoadShipped();

        Assert.NotEmpty(catalogue.Entries);
        Assert.Equal("400-028-1130", catalogue.ServiceLine.Details.En[6..18]);
        Assert.All(PolicyLoader.LoadShipped().Policies, policy => Assert.Equal(policy.Name, catalogue.Platforms.Single(p => p.Id == policy.Id).Name));
    }

    [Fact]
    public void Every_contact_is_named_by_a_cause()
    {
        var catalogue = HelpLoader.LoadShipped();

        Assert.Equal(
            catalogue.Contacts.Select(c => c.Id).Order(StringComparer.Ordinal),
            catalogue.Entries.SelectMany(e => e.Causes).Select(c => c.Contact).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_browser_is_offered_for_download()
    {
        var folder = Repository.At("Domain", "ScCa.Domain", "Help");
        var texts = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Select(File.ReadAllText);

        Assert.All(texts, text => Assert.DoesNotMatch("browser\\.|chorm|sdswrj", text));
    }

    [Fact]
    public void The_example_loads() => Assert.Equal("first", Assert.Single(Load(Contacts, LookAlikes, Entries).Entries).Id);

    [Theory]
    [InlineData("\"serviceLine\": \"desk\"", "\"serviceLine\": \"nobody\"", "$.serviceLine")]
    [InlineData("\"id\": \"two\"", "\"id\": \"one\"", "$.platforms")]
    [InlineData("\"id\": \"two\"", "\"id\": \"t w o\"", "$.platforms[1].id")]
    [InlineData("\"en\": \"Two\"", "\"en\": \" \"", "$.platforms[1].name.en")]
    [InlineData("\"zhCn\": \"客服\"", "\"zhCn\": \"\"", "$.contacts[0].name.zhCn")]
    [InlineData("\"zhCn\": \"电话\"", "\"zhCn\": \"\"", "$.contacts[0].details.zhCn")]
    [InlineData("\"serviceLine\": \"desk\",", "", "$")]
    public void A_faulty_contact_is_refused_naming_file_path_and_reason(string right, string wrong, string path) =>
        Refused("contacts.json", path, () => Load(Faulty(Contacts, right, wrong), LookAlikes, Entries));

    [Theory]
    [InlineData("日曰", "日0", "$.groups[1]")]
    [InlineData("日曰", "日", "$.groups[1]")]
    [InlineData("日曰", "日Ａ", "$.groups[1]")]
    [InlineData("日曰", "日，", "$.groups[1]")]
    public void A_faulty_look_alike_is_refused_naming_file_path_and_reason(string right, string wrong, string path) =>
        Refused("alike.json", path, () => Load(Contacts, Faulty(LookAlikes, right, wrong), Entries));

    [Theory]
    [InlineData("\"first error\"", "\"第 一个错误\"", "$[0].symptoms[1]")]
    [InlineData("\"first error\"", "\"err\"", "$[0].symptoms[1]")]
    [InlineData("\"第一个错误\", \"first error\"", "", "$[0].symptoms")]
    [InlineData("[\"one\"]", "[]", "$[0].platforms")]
    [InlineData("[\"one\"]", "[\"six\"]", "$[0].platforms")]
    [InlineData("\"platforms\": null", "\"platforms\": [\"two\"]", "$[0].causes[0].platforms")]
    [InlineData("\"contact\": \"desk\"", "\"contact\": \"nobody\"", "$[0].causes[0].contact")]
    [InlineData("\"certificateExpired\"", "\"certificateTired\"", "$[0].causes[0].check")]
    [InlineData("\"check\": \"certificateExpired\", ", "", "$[0].causes[0]")]
    [InlineData("\"en\": \"Cause\"", "\"en\": \"\"", "$[0].causes[0].text.en")]
    [InlineData("\"zhCn\": \"法\"", "\"zhCn\": \" \"", "$[0].causes[0].remedy.zhCn")]
    [InlineData("\"en\": \"Title\"", "\"en\": \"\"", "$[0].title.en")]
    [InlineData("\"title\"", "\"heading\"", "$[0].heading")]
    public void A_faulty_entry_is_refused_naming_file_path_and_reason(string right, string wrong, string path) =>
        Refused("entries.json", path, () => Load(Contacts, LookAlikes, Faulty(Entries, right, wrong)));

    [Fact]
    public void An_entry_needs_a_cause_and_a_cause_an_id_of_its_own()
    {
        var cause = Entries[(Entries.IndexOf("\"causes\": [", StringComparison.Ordinal) + 11)..Entries.LastIndexOf("]\n  }", StringComparison.Ordinal)];

        Refused("entries.json", "$[0].causes", () => Load(Contacts, LookAlikes, Faulty(Entries, cause, "")));
        Refused("entries.json", "$[0].causes[0].id", () => Load(Contacts, LookAlikes, Faulty(Entries, cause, $"{cause}, {cause}")));
    }

    [Fact]
    public void An_id_and_a_wording_stand_in_one_entry_only_whatever_file_it_is_in()
    {
        Refused("second.json", "$[0].id", () => Load(Contacts, LookAlikes, Entries, Entries));
        Refused("second.json", "$[0].symptoms[0]", () => Load(Contacts, LookAlikes, Entries, Faulty(Entries, "\"id\": \"first\"", "\"id\": \"second\"")));
    }

    [Theory]
    [InlineData("\"tokenMissing\"", "\"certificateExpired\"", "$[0].check")]
    [InlineData("\"Does it shine?\"", "\" \"", "$[0].ask.en")]
    [InlineData("\"灯亮吗？\"", "\"\"", "$[0].ask.zhCn")]
    [InlineData("\"thisIsNotIt\"", "\"perhaps\"", "$[0].yes")]
    [InlineData("[{ ", "[{ \"check\": \"pinLocked\", \"yes\": \"thisIsIt\", \"ask\": { \"zhCn\": \"一\", \"en\": \"1\" } }, { \"check\": \"pinLocked\", \"yes\": \"thisIsIt\", \"ask\": { \"zhCn\": \"一\", \"en\": \"1\" } }, { ", "$[1].check")]
    public void A_faulty_question_is_refused_with_its_place(string right, string wrong, string path) =>
        Refused("checks.json", path, () => Load(Contacts, LookAlikes, Entries, checks: Faulty(Checks, right, wrong)));

    [Fact]
    public void A_check_that_nobody_asks_for_is_refused() =>
        Refused("checks.json", "$", () => Load(Contacts, LookAlikes, Faulty(Entries, "\"certificateExpired\"", "\"pinLocked\"")));

    [Fact]
    public void Null_is_no_help() => Refused("contacts.json", "$", () => Load("null", LookAlikes, Entries));

    private static string Faulty(string json, string right, string wrong)
    {
        Assert.Contains(right, json, StringComparison.Ordinal);
        return json.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static void Refused(string file, string path, Func<HelpCatalogue> load)
    {
        var refused = Assert.Throws<HelpInvalidException>(load);

        Assert.Equal((file, path), (refused.File, refused.Path));
        Assert.NotEmpty(refused.Reason);
    }

    private static HelpCatalogue Load(string contacts, string lookAlikes, string entries, string? second = null, string checks = Checks) => HelpLoader.Load(
        ("contacts.json", Encoding.UTF8.GetBytes(contacts)),
        ("alike.json", Encoding.UTF8.GetBytes(lookAlikes)),
        new[] { ("entries.json", entries), ("second.json", second) }.Where(e => e.Item2 is not null).Select(e => (e.Item1, Encoding.UTF8.GetBytes(e.Item2!))),
        ("checks.json", Encoding.UTF8.GetBytes(checks)));
}
