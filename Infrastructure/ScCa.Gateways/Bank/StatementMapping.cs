using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using ScCa.Gateways.Csv;

namespace ScCa.Gateways.Bank;

/// <summary>Which column says what.</summary>
/// <param name="Credit">Money received; with <see cref="StatementMapping.Incoming"/>, money either way.</param>
/// <param name="Debit">Money paid, where it has a column of its own.</param>
/// <param name="Booked">The local time in Shanghai; with <paramref name="BookedTime"/>, the date alone.</param>
public sealed record StatementColumns(
    StatementColumn Reference, StatementColumn PayerName, StatementColumn Credit, StatementColumn Booked,
    StatementColumn? Debit = null, StatementColumn? BookedTime = null);

/// <summary>The column that says which way the money went, and what it says of money received.</summary>
public sealed record IncomingMark(StatementColumn Column, ImmutableArray<string> Values);

/// <summary>How a bank writes its statements, as data: another bank is another file.</summary>
public sealed record StatementMapping(StatementColumns Columns, string BookedFormat)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary><c>utf-8</c>, with or without byte order mark, or <c>gb18030</c>, which is what GBK and GB 2312 are read as.</summary>
    public string Encoding { get; init; } = "utf-8";

    public char Delimiter { get; init; } = ',';

    /// <summary>Rows before the header, such as the account's name.</summary>
    public int RowsBefore { get; init; }

    public bool HasHeader { get; init; } = true;

    public IncomingMark? Incoming { get; init; }

    /// <summary>Rows whose first field begins like this are none of transfers: totals, notes.</summary>
    public ImmutableArray<string> OtherRows { get; init; } = [];

    /// <exception cref="GatewayRefusedException">It is no mapping, or one that makes no sense.</exception>
    public static StatementMapping Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize<StatementMapping>(json, Json) ?? throw Wrong("null");
            mapping.Check();
            return mapping;
        }
        catch (JsonException reason)
        {
            throw Wrong($"{reason.Path ?? "$"} ({reason.LineNumber + 1}:{reason.BytePositionInLine + 1})");
        }
    }

    internal LocalDateTimePattern BookedPattern() => LocalDateTimePattern.CreateWithInvariantCulture(BookedFormat).WithTemplateValue(Midnight);

    private static readonly LocalDateTime Midnight = new(2000, 1, 1, 0, 0);

    private void Check()
    {
        if (CsvText.Named(Encoding) is null)
            throw Wrong("encoding");
        if (Delimiter is not (',' or ';' or '\t'))
            throw Wrong("delimiter");
        if (RowsBefore is < 0 or > 1000)
            throw Wrong("rowsBefore");
        if (Incoming is { Values.IsDefaultOrEmpty: true })
            throw Wrong("incoming.values");
        // An empty beginning is one that every row has.
        if (OtherRows.IsDefault || OtherRows.Any(string.IsNullOrWhiteSpace))
            throw Wrong("otherRows");
        ImmutableArray<StatementColumn?> columns = [Columns.Reference, Columns.PayerName, Columns.Credit, Columns.Booked, Columns.Debit, Columns.BookedTime, Incoming?.Column];
        if (!HasHeader && columns.Any(column => column?.Name is not null))
            throw Wrong("columns");
        try
        {
            BookedPattern();
        }
        catch (InvalidPatternException)
        {
            throw Wrong("bookedFormat");
        }
    }

    private static GatewayRefusedException Wrong(string where) => new(
        $"对账单格式定义不可用：{where}。", $"The statement mapping cannot be used: {where}.");
}
