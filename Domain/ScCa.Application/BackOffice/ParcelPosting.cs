using NodaTime;

namespace ScCa.Application.BackOffice;

/// <summary>The tracking number that a parcel of a batch is posted with.</summary>
public sealed record ParcelTracking(string Certificate, int Application, string? TrackingNumber);

/// <summary>What became of one parcel of a batch: where its event stands, or why it was not posted.</summary>
public sealed record ParcelPosting(string Certificate, int Application, long? Position, RefusalText? Refusal);

/// <summary>What was decided about a batch is written.</summary>
public sealed record BatchReceipt(LocalDate Date, long Position);
