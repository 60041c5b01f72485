using ScCa.Domain.Certificates;

namespace ScCa.Domain.Applications;

/// <summary>How a shared step changes the open application it belongs to: it has moved, and an announced lapse is off (A3).</summary>
internal static class ApplicationSteps
{
    public static Certificate WithOpen(this ApplicationEvent happened, Certificate state, Func<OpenApplication, OpenApplication?> change) =>
        state.Open is { } open && open.Number == happened.Application
            ? state with { Open = change(open with { LastMovedAt = happened.At, LapsesOn = null }) }
            : throw ImpossibleEventException.For(happened, state);
}
