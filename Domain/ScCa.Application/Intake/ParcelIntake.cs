using System.Globalization;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Intake;

/// <summary>
/// Follows parcels by what their courier says (D1). Whatever the order in which things are told and posted, both sides look: what is told of a number that is
/// known is passed on at once, and when a number becomes known everything is looked at that was told of it before.
/// </summary>
public sealed class ParcelIntake(
    ICommands commands, CommandExecutor executor, ParcelReader parcels, IReactionCheckpoints checkpoints, IClock clock, ICourier? courier = null,
    ITrackingEvents? tracking = null)
{
    private const string Name = "parcel-intake";
    private const int BatchSize = 200;

    // A courier's clock may be a little ahead. What he tells of tomorrow counts for nothing until then: it would outrank all that he says meanwhile.
    private static readonly Duration AheadMax = Duration.FromMinutes(10);

    /// <summary>Takes a push in; answers with why it counts for nothing, or null.</summary>
    public async Task<CallbackFault?> Push(CallbackHeaders headers, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (courier is null || tracking is null)
            return CallbackFault.KeyUnknown;
        var read = courier.ReadPush(headers, body.Span);
        if (read.Fault is { } fault)
            return fault;
        await tracking.Take(read.Value!, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>Passes on what is new; answers with the number of events read.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        if (tracking is null)
            return 0;
        var read = 0;
        var number = await checkpoints.Load(Name, cancellation).ConfigureAwait(false);
        while (await tracking.ReadAfter(number, BatchSize, cancellation).ConfigureAwait(false) is { Count: > 0 } told)
        {
            foreach (var trackingNumber in told.Select(t => t.Event.TrackingNumber).Distinct(StringComparer.Ordinal))
            {
                foreach (var certificate in await parcels.CertificatesOf(trackingNumber, cancellation).ConfigureAwait(false))
                    await Pursue(certificate, trackingNumber, CommandContext.System(Name), cancellation).ConfigureAwait(false);
            }

            number = told[^1].Number;
            await checkpoints.Save(Name, number, cancellation).ConfigureAwait(false);
            read += told.Count;
        }

        return read;
    }

    /// <summary>Tells a certificate where its parcel stands by all that was ever told of it. A refusal means that this is no news, and needs nothing more.</summary>
    public async Task Pursue(string certificate, string trackingNumber, CommandContext context, CancellationToken cancellation)
    {
        if (tracking is null)
            return;
        var now = clock.GetCurrentInstant();
        var told = await tracking.Of(trackingNumber, cancellation).ConfigureAwait(false);
        var track = ParcelTrack.Of(trackingNumber, told.Where(e => e.At <= now + AheadMax));
        if (track.Events.IsEmpty)
            return;
        var id = new CertificateId(certificate);
        // What the courier has taken is posted, whether or not anybody has said so.
        if (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is IssuedCertificate { Parcel.Label: { } label }
            && label.TrackingNumber == trackingNumber)
        {
            var post = new PostKey(new CommandId($"{Name}:{certificate}:{trackingNumber}:taken"), id, trackingNumber, label.By, now);
            await commands.Execute(post, context, cancellation).ConfigureAwait(false);
        }

        if (track.End is not { } end)
            return;
        var ticks = end.At.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);
        var tell = new TrackParcel(
            new CommandId($"{Name}:{certificate}:{trackingNumber}:{Standing(end)}:{ticks}"), id, trackingNumber, Standing(end), end.At, now);
        await commands.Execute(tell, context, cancellation).ConfigureAwait(false);
    }

    private static ParcelStanding Standing(TrackingEvent end) => (end.Code, end.Signer) switch
    {
        (TrackingCode.Returned, _) => ParcelStanding.Returned,
        (_, ParcelSigner.Recipient) => ParcelStanding.SignedByHandler,
        _ => ParcelStanding.SignedByAnother,
    };
}
