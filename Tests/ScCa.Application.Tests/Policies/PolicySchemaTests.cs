using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using ScCa.Application.Policies;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>The schema that helps an operator's editor says what the loader reads, no more and no less.</summary>
public sealed class PolicySchemaTests
{
    private static readonly string Folder = Repository.At("Domain", "ScCa.Domain", "Platforms", "Policies");
    private static readonly JsonElement Schema = Parse(File.ReadAllText(Path.Combine(Folder, "policy.schema.json")));

    // Where a definition's name is not the type's.
    private static readonly (string Definition, Type Type)[] Records =
    [
        ("", typeof(PolicyFile)), ("localizedText", typeof(LocalizedText)), ("role", typeof(RoleFile)), ("seals", typeof(SealPolicy)),
        ("material", typeof(MaterialPolicy)), ("window", typeof(WindowFile)), ("roleAccount", typeof(RoleAccountPolicy)), ("service", typeof(ServiceFile)),
        ("way", typeof(WayFile)), ("dispatch", typeof(DispatchFile)), ("weekly", typeof(WeeklyDispatch)), ("tariff", typeof(Tariff)),
        ("operationPrice", typeof(OperationPrice)), ("region", typeof(RegionPolicy)), ("regionChoice", typeof(RegionChoice)),
    ];

    private static readonly (string Definition, Type Type)[] Enums =
    [
        ("weekday", typeof(IsoDayOfWeek)), ("holderKind", typeof(HolderKind)), ("operation", typeof(Operation)), ("stage", typeof(Stage)),
        ("channel", typeof(Channel)), ("handledBy", typeof(HandledBy)), ("intakeBy", typeof(IntakeBy)), ("verification", typeof(Verification)),
        ("paymentMeans", typeof(PaymentMeans)), ("sealCoupling", typeof(SealCoupling)), ("sealFormat", typeof(SealFormat)),
    ];

    private static readonly string[] Texts = ["id", "date", "web", "term", "price"];

    [Fact]
    public void Every_file_that_ships_obeys_the_schema_and_names_it()
    {
        var files = Directory.EnumerateFiles(Folder, "*.*.json").Where(f => Path.GetFileName(f) != "policy.schema.json").ToList();

        Assert.Equal(8, files.Count);
        Assert.All(files, file =>
        {
            var policy = Parse(File.ReadAllText(file));
            Assert.Empty(new SchemaCheck(Schema).Faults(policy));
            Assert.Equal("policy.schema.json", policy.GetProperty("$schema").GetString());
        });
        Assert.Empty(new SchemaCheck(Schema).Faults(Parse(SixthPlatform.Json)));
    }

    [Fact]
    public void Every_definition_is_a_type_or_a_text() => Assert.Equal(
        Records.Skip(1).Concat(Enums).Select(r => r.Definition).Concat(Texts).Order(StringComparer.Ordinal),
        Schema.GetProperty("$defs").EnumerateObject().Select(d => d.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_type_that_a_policy_is_made_of_is_in_the_schema()
    {
        var reached = new HashSet<Type>();
        Reach(typeof(PolicyFile));
        Assert.Equal(Records.Concat(Enums).Select(r => r.Type).OrderBy(t => t.Name), reached.OrderBy(t => t.Name));

        void Reach(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
                Reach(type.GetGenericArguments()[0]);
            else if ((type.IsEnum || Parameters(type).Length > 1) && type != typeof(LocalDate) && type != typeof(string) && reached.Add(type) && !type.IsEnum)
                Array.ForEach(Parameters(type), p => Reach(p.ParameterType));
        }
    }

    [Fact]
    public void Every_property_is_in_schema_and_type_and_as_much_required_in_both() => Assert.All(Records, record =>
    {
        var definition = Definition(record.Definition);
        var parameters = Parameters(record.Type);

        Assert.Equal(parameters.Select(Name).Order(StringComparer.Ordinal), definition.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            parameters.Where(p => !p.HasDefaultValue).Select(Name).Order(StringComparer.Ordinal),
            definition.GetProperty("required").EnumerateArray().Select(n => n.GetString()!).Order(StringComparer.Ordinal));
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());

        string Name(ParameterInfo parameter) =>
            record.Type.GetProperty(parameter.Name!)!.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
    });

    [Fact]
    public void Every_value_of_an_enum_is_in_the_schema_and_the_other_way_round() => Assert.All(Enums, e => Assert.Equal(
        Enum.GetNames(e.Type).Where(n => n != nameof(IsoDayOfWeek.None) || e.Type != typeof(IsoDayOfWeek)).Select(JsonNamingPolicy.CamelCase.ConvertName),
        Definition(e.Definition).GetProperty("enum").EnumerateArray().Select(v => v.GetString()!)));

    /// <summary>What the loader refuses for its form, an editor marks.</summary>
    [Theory]
    [InlineData("\"version\": 1", "\"version\": 0", "$.version: minimum")]
    [InlineData("\"version\": 1, ", "", "$.version: required")]
    [InlineData("\"version\": 1", "\"version\": \"one\"", "$.version: type")]
    [InlineData("\"P3Y\"", "\"P3M\"", "$.terms[1]: pattern")]
    [InlineData("[\"P1Y\", \"P3Y\"]", "[]", "$.terms: minItems")]
    [InlineData("[\"P1Y\", \"P3Y\"]", "[\"P1Y\", \"P1Y\"]", "$.terms: uniqueItems")]
    [InlineData("\"opening\"", "\"opnening\"", "$.tariffs[0].opnening: additionalProperties")]
    [InlineData("\"100.00\"", "\"100.005\"", "$.tariffs[0].opening: pattern")]
    [InlineData("\"Hall\"", "\"\"", "$.windows[0].name.en: minLength")]
    [InlineData("\"channel\": \"window\"", "\"channel\": \"pigeon\"", "$.services[0].ways[1].channel: enum")]
    [InlineData("{ \"withinWorkingDays\": 2 }", "{}", "$.services[0].ways[1].dispatch: oneOf")]
    public void A_fault_of_form_is_marked(string right, string wrong, string fault) =>
        Assert.Contains(fault, new SchemaCheck(Schema).Faults(Parse(SixthPlatform.With(right, wrong))));

    [Fact]
    public void A_keyword_that_is_not_checked_is_not_passed_over() =>
        Assert.Throws<NotSupportedException>(() => new SchemaCheck(Parse("""{ "maxLength": 3 }""")).Faults(Parse("\"text\"")).ToList());

    private static ParameterInfo[] Parameters(Type type) => type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()?.GetParameters() ?? [];

    private static JsonElement Definition(string name) => name.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(name);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
