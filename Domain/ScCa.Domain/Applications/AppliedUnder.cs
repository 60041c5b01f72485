using System.Collections.Immutable;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>Who applies, and how he wants to be served: what every application command brings.</summary>
/// <param name="ReceivedBy">The member of staff who took it in at a window or on the phone; null where it was handed in online.</param>
public sealed record Applying(Handler Handler, HandledBy HandledBy, Channel Channel, WindowId? Window, StaffId? ReceivedBy)
{
    public static Applying Online(Handler handler) => new(handler, HandledBy.Handler, Channel.Online, null, null);
}

/// <summary>Under what an application was made; it keeps this to its end, whatever the policy becomes meanwhile.</summary>
public sealed record AppliedUnder(
    Stage Stage,
    Applying Applying,
    int PolicyVersion,
    ImmutableArray<Verification> Verification,
    ImmutableArray<MaterialId> Materials,
    ImmutableArray<PaymentMeans> Payment,
    bool Reviewed,
    PromisedDate? ReviewedBy,
    Charge Charge);
