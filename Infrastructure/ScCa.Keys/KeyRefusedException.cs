namespace ScCa.Keys;

/// <summary>
/// A key, or the file it lies in, that must not be used as it is. Both texts say what to do next; neither carries a secret.
/// </summary>
public class KeyRefusedException : Exception
{
    internal KeyRefusedException(string code, string zhCn, string en, Exception? inner = null)
        : base($"{code}: {en}", inner)
    {
        Code = code;
        ZhCn = zhCn;
        En = en;
    }

    /// <summary>Names the refusal as a full statement.</summary>
    public string Code { get; }

    public string ZhCn { get; }

    public string En { get; }
}
