namespace ScCa.Application.Ports;

/// <summary>
/// Marks an adapter that stands in for something outside: complete, but local and not real. A host that was not started with <c>--demo</c> refuses
/// every one of them by name.
/// </summary>
public interface IStandIn
{
    /// <summary>What it stands in for, in the two languages, such as "短信网关" and "SMS gateway".</summary>
    (string ZhCn, string En) StandsInFor { get; }
}
