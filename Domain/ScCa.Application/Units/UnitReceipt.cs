namespace ScCa.Application.Units;

/// <summary>What was asked for a unit is written.</summary>
/// <param name="Position">Views that have come so far show it.</param>
public sealed record UnitReceipt(string Unit, long Position);

/// <summary>A handler as those see him who may: opened when it is read.</summary>
/// <param name="Handler">What he is named by when he is to be withdrawn or changed.</param>
/// <param name="Name">Null where the person's data has been erased.</param>
/// <param name="Phone">Enough for its owner to know it by; null where it has been erased.</param>
public sealed record UnitHandlerRow(string Handler, string? Name, string? Phone);
