using System.Collections.Immutable;
using ScCa.Application.Ports;
using ScCa.Gateways.Csv;

namespace ScCa.Gateways.Courier;

/// <summary>Reads a courier's file: UTF-8, comma, with this header. A bad row is told with its line and never guessed at.</summary>
internal static class TrackingCsv
{
    private static readonly ImmutableArray<string> Header = ["trackingNumber", "event", "time", "signer"];

    /// <exception cref="GatewayRefusedException">There is no such header: this is another kind of file.</exception>
    public static TrackingReport Read(ReadOnlyMemory<byte> content)
    {
        var csv = new CsvReader(content, ',', CsvText.Utf8);
        if (csv.Read() is not { Fault: CsvFault.None } header || !header.Fields.Select(field => field.Trim()).SequenceEqual(Header))
        {
            throw new GatewayRefusedException(
                $"文件首行不是 {string.Join(',', Header)}，不是快递轨迹文件。", $"The file does not begin with {string.Join(',', Header)}: it is no tracking file.");
        }

        var events = ImmutableArray.CreateBuilder<ToldTracking>();
        var bad = ImmutableArray.CreateBuilder<BadTracking>();
        while (csv.Read() is { } row)
        {
            var (read, fault) = Read(row);
            if (read is not null)
                events.Add(new ToldTracking(row.Line, read));
            else
                bad.Add(new BadTracking(row.Line, fault!.Value));
        }

        return new TrackingReport(events.ToImmutable(), bad.ToImmutable());
    }

    private static (TrackingEvent? Event, TrackingFault? Fault) Read(CsvRow row) => row switch
    {
        { Fault: not CsvFault.None } => (null, TrackingFault.NotCsv),
        { Fields: [var number, var code, var time, var signer] } => TrackingText.Read(number.Trim(), code.Trim(), time.Trim(), signer.Trim()),
        _ => (null, TrackingFault.FieldCount),
    };
}
