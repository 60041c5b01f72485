using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Certificates;

namespace ScCa.Domain.Dispatch;

/// <summary>The parcels of one posting day (寄送批次): the fold of <c>batch-{date}</c>.</summary>
public abstract record DispatchBatch : IEventSourced<DispatchBatch>
{
    public static string Category => "batch";

    public static DispatchBatch Initial { get; } = new NoBatch();

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<BatchParcel> Parcels { get; init; } = [];

    /// <summary>The date's batch, as its stream is called after the dash.</summary>
    public static string KeyOf(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public BatchParcel? Find(CertificateId certificate, int application) =>
        Parcels.FirstOrDefault(p => p.Certificate == certificate && p.Application == application);
}

/// <summary>No parcel was ever put into it.</summary>
public sealed record NoBatch : DispatchBatch;

/// <summary>Takes parcels; all of them may have been taken out again.</summary>
public sealed record OpenBatch : DispatchBatch;

/// <summary>Takes no more; what is in it is posted, or taken out because it is postponed.</summary>
public sealed record ClosedBatch : DispatchBatch;

/// <param name="TrackingNumber">Null until it is posted.</param>
public sealed record BatchParcel(CertificateId Certificate, int Application, string? TrackingNumber = null)
{
    public bool IsPosted => TrackingNumber is not null;
}

public abstract record BatchCommand(CommandId Id, LocalDate Date, Instant At) : Command<DispatchBatch>(Id, At)
{
    public sealed override string StreamKey => DispatchBatch.KeyOf(Date);
}

public abstract record BatchEvent(LocalDate Date, Instant At) : Event<DispatchBatch>(At)
{
    protected Exception ImpossibleIn(DispatchBatch state) => ImpossibleEventException.For(this, state);
}
