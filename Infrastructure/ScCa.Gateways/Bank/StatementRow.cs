using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Gateways.Bank;

/// <summary>A transfer as a line of the statement tells it.</summary>
public sealed record StatementRow(int Line, string Reference, string PayerName, long AmountFen, Instant BookedAt)
{
    /// <summary>The payer stays out of logs.</summary>
    public override string ToString() => $"StatementRow {Line}";
}

/// <summary>Everything that stands in a statement: every row is in exactly one of the three.</summary>
/// <param name="Incoming">Money received.</param>
/// <param name="Other">How many rows are good and none of money received.</param>
public sealed record StatementRows(ImmutableArray<StatementRow> Incoming, int Other, ImmutableArray<BadLine> Bad);
