namespace ScCa.Domain;

/// <summary>A stored event that its state could never have produced: the history is damaged, or the code is wrong.</summary>
public sealed class ImpossibleEventException : Exception
{
    public ImpossibleEventException()
    {
    }

    public ImpossibleEventException(string message) : base(message)
    {
    }

    public ImpossibleEventException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public static ImpossibleEventException For(object @event, object state) =>
        new($"{@event.GetType().Name} cannot follow in the state {state.GetType().Name}.");
}
