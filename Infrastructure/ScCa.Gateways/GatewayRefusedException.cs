namespace ScCa.Gateways;

/// <summary>A gateway cannot be used as it is configured. It says so before anything is sent, in both languages, and quotes no secret.</summary>
public sealed class GatewayRefusedException(string zhCn, string en) : Exception(en)
{
    public string ZhCn { get; } = zhCn;

    public string En { get; } = en;
}
