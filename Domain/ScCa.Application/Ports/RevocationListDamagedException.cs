namespace ScCa.Application.Ports;

/// <summary>
/// A list lies at rest other than it was issued, or not at all. It is not given out, and none before it is either: that would take revocations back.
/// </summary>
/// <param name="place">Which list, for whoever runs the server.</param>
public sealed class RevocationListDamagedException(string place, Exception? inner = null) : Exception($"The revocation list {place} is damaged at rest.", inner)
{
    public const string Code = "RevocationListDamaged";

    /// <summary>What whoever asked is told.</summary>
    public const string ZhCn = "撤销列表的存档已损坏，暂不能提供。请稍后再取：系统会重新签发；也可以改用 OCSP 查询。";

    /// <inheritdoc cref="ZhCn"/>
    public const string En = "The revocation list is damaged at rest and is not given out. Fetch it again later, when it has been issued anew, or ask by OCSP.";

    public string Place { get; } = place;
}
