using System.Collections.Immutable;
using ScCa.Gateways.Csv;

namespace ScCa.Gateways.Bank;

/// <summary>Where in a row each thing stands, from 0.</summary>
internal sealed record StatementPlaces(
    int FieldCount, int Reference, int PayerName, int Credit, int Booked, int? Debit, int? BookedTime, int? Incoming)
{
    /// <exception cref="GatewayRefusedException">A column is not there, or its name is there more than once.</exception>
    public static StatementPlaces InHeader(CsvRow? header, StatementMapping mapping) => header is { Fault: CsvFault.None }
        ? Find([.. header.Fields.Select(field => field.Trim())], mapping)
        : throw Missing("header");

    public static StatementPlaces ByNumber(int fieldCount, StatementMapping mapping) => Find([.. Enumerable.Repeat("", fieldCount)], mapping);

    private static StatementPlaces Find(ImmutableArray<string> header, StatementMapping mapping)
    {
        var columns = mapping.Columns;
        return new StatementPlaces(
            header.Length, Place(columns.Reference), Place(columns.PayerName), Place(columns.Credit), Place(columns.Booked),
            PlaceOrNone(columns.Debit), PlaceOrNone(columns.BookedTime), PlaceOrNone(mapping.Incoming?.Column));

        int? PlaceOrNone(StatementColumn? column) => column is null ? null : Place(column);

        int Place(StatementColumn column) => column.Name is { } name
            ? header.Count(field => field == name) == 1 ? header.IndexOf(name) : throw Missing(name)
            : column.Number <= header.Length ? column.Number - 1 : throw Missing(column.ToString());
    }

    private static GatewayRefusedException Missing(string column) => new(
        $"文件里没有（或不止一个）“{column}”列，不是所定义格式的对账单。", $"The file has no column “{column}”, or more than one: it is no statement of the mapped kind.");
}
