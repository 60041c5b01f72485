using ScCa.Domain.Certificates;

namespace ScCa.Domain.Applications;

/// <summary>How a shared step changes the open application it belongs to.</summary>
internal static class ApplicationSteps
{
    public static Certificate WithOpen(this ApplicationEvent happened, Certificate state, Func<OpenApplication, OpenApplication?> change) =>
        state.Open is { } open && open.Number == happened.Application
            ? state with { Open = change(open) }
            : throw ImpossibleEventException.For(happened, state);
}
