using ScCa.Application.Texts;

namespace ScCa.Web.Wording;

/// <summary>The language of this request.</summary>
internal sealed class CurrentLanguage
{
    public Language Value { get; set; } = Language.ZhCn;

    public static string TagOf(Language language) => language == Language.ZhCn ? "zh-CN" : "en";

    /// <summary>The language of a tag such as <c>zh-CN</c> or <c>en</c>; null for any other.</summary>
    public static Language? Of(string? tag) => tag switch
    {
        "zh-CN" or "zh" => Language.ZhCn,
        "en" => Language.En,
        _ => null,
    };
}
