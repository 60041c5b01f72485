using System.Collections.Immutable;

namespace ScCa.Gateways.Csv;

/// <param name="Line">The row's first line in the file, from 1.</param>
/// <param name="LastLine">Its last: a quoted field may hold line breaks.</param>
/// <param name="Fields">Empty where there is a fault.</param>
public sealed record CsvRow(int Line, int LastLine, ImmutableArray<string> Fields, CsvFault Fault);
