namespace ScCa.Gateways.Csv;

/// <summary>Why a row of a CSV file is none.</summary>
public enum CsvFault
{
    None,

    /// <summary>Longer than any row has reason to be.</summary>
    TooLong,

    /// <summary>A quotation mark opens a field and none closes it before the file ends.</summary>
    QuoteNotClosed,

    /// <summary>Something stands between a closing quotation mark and the end of its field, or a mark stands in a field that has none around it.</summary>
    QuoteMisplaced,

    /// <summary>The file ends without a line break: it may have been cut off within a number.</summary>
    NotEnded,

    /// <summary>The octets are no text in the encoding that was agreed on.</summary>
    NotText,

    /// <summary>A NUL or another control character.</summary>
    ControlCharacter,
}
