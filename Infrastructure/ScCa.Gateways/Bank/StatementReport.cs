using System.Collections.Immutable;

namespace ScCa.Gateways.Bank;

/// <summary>What became of a statement file.</summary>
/// <param name="Digest">SHA-256 of the file, in lower-case hexadecimal: the name that the report is kept under.</param>
/// <param name="New">Transfers that were not known before.</param>
/// <param name="Known">Transfers that were; after a crash also those that this same file had brought.</param>
/// <param name="Other">Rows that are good and none of money received.</param>
/// <param name="Bad">Lines that a person has to look at.</param>
public sealed record StatementReport(string Digest, int New, int Known, int Other, ImmutableArray<BadLine> Bad);
