using ScCa.Domain.Certificates;

namespace ScCa.Domain.Applications;

/// <summary>How a shared step changes the open application it belongs to: it has moved, and an announced lapse is off (A3).</summary>
internal static class ApplicationSteps
{
    public static Certificate WithOpen(this ApplicationEvent happened, Certificate state, Func<OpenApplication, OpenApplication?> change) =>
        state.Open is { } open && open.Number == happened.Application
            ? state with { Open = change(open with { LastMovedAt = happened.At, LapsesOn = null }) }
            : throw ImpossibleEventException.For(happened, state);

    /// <summary>The application ends unfulfilled: what was to be posted for it is not posted, and a signature under way for it is burned.</summary>
    public static Certificate Closed(this ApplicationEvent happened, Certificate state) =>
        happened.WithoutIntent(happened.WithoutParcel(happened.WithOpen(state, _ => null)));

    /// <summary>A signature under way for the application is burned.</summary>
    public static Certificate WithoutIntent(this ApplicationEvent happened, Certificate state) =>
        state is KnownCertificate { Intent: { } intent } c && intent.Application == happened.Application
            ? c with { Intent = null, BurnedSerials = c.BurnedSerials.AddRange(intent.Serials) }
            : state;

    private static Certificate WithoutParcel(this ApplicationEvent happened, Certificate state) =>
        state is KnownCertificate { Parcel: { } parcel } c && parcel.Application == happened.Application ? c with { Parcel = null } : state;
}
