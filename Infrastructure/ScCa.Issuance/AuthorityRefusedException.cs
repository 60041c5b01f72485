namespace ScCa.Issuance;

/// <summary>An authority that must not be opened as it is configured. Both texts say what to do next; neither carries a secret.</summary>
public sealed class AuthorityRefusedException : Exception
{
    internal AuthorityRefusedException(string code, string zhCn, string en, Exception? inner = null)
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
