namespace ScCa.Domain.Platforms;

/// <summary>How business is brought to the authority (办理方式).</summary>
public enum Channel
{
    Online,
    Mail,
    Window,
}
