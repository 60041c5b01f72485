namespace ScCa.Gateways.Bank;

/// <summary>Why a line of a statement was not taken in.</summary>
public enum BadLineReason
{
    TooLong,
    QuoteNotClosed,
    QuoteMisplaced,

    /// <summary>The file ends without a line break. If it is complete, add one.</summary>
    NotEnded,
    NotText,
    ControlCharacter,

    /// <summary>More or fewer fields than the header has.</summary>
    FieldCount,

    /// <summary>A field that a spreadsheet would take for a formula.</summary>
    Formula,
    ReferenceUnreadable,
    PayerUnreadable,
    AmountUnreadable,

    /// <summary>Money received and money paid in one line.</summary>
    AmountBothWays,
    BookedUnreadable,

    /// <summary>The reference stands for another transfer already.</summary>
    ReferenceTaken,
}

/// <summary>A line that a person has to look at; what stands in it is in the file that the bank has.</summary>
public sealed record BadLine(int Line, int LastLine, BadLineReason Reason);
