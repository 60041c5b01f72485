using System.Text;

namespace ScCa.Application.Ports;

/// <summary>
/// Text that every store keeps unchanged: well-formed Unicode without U+0000 (PostgreSQL has no place for it, and a lone surrogate has no UTF-8).
/// </summary>
public static class StoredText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The text cannot be kept unchanged.</exception>
    public static void Check(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("The text holds U+0000.", parameter);
        }

        _ = Strict.GetByteCount(text);
    }

    /// <exception cref="ArgumentException">The text is empty or cannot be kept unchanged.</exception>
    public static void CheckName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        Check(name, parameter);
    }
}
