using System.Text;
using System.Text.Unicode;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>One name has one spelling: a letter and its accent are one character and not two.</summary>
internal sealed class SubjectIsComposed : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectIsComposed), "RFC 5280 §4.1.2.4, §7.1; RFC 5198 §3", LintRule.Rfc5280Published, LintedUses.All,
        "主体名称必须采用 Unicode NFC 规范化形式。请更正证书名称。",
        "The subject is in Unicode normalization form C. Correct the certificate name.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var attribute in certificate.Attributes)
        {
            if (attribute.StringTag == DerTags.Utf8String && !IsComposed(attribute.Value.Span))
                return false;
        }

        return true;
    }

    private static bool IsComposed(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
            return true;
        Span<char> units = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        // What is no UTF-8 at all is for the encoding's own lint.
        return Utf8.ToUtf16(text, units, out _, out var length) != System.Buffers.OperationStatus.Done || ((ReadOnlySpan<char>)units[..length]).IsNormalized();
    }
}
