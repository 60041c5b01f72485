using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain;

namespace ScCa.Application.Inputs;

/// <summary>An instant as people ask for it: <c>2026-06-30</c>, the end of that day in Shanghai, or <c>2026-06-30T09:00:00+08:00</c>.</summary>
public static class AsOf
{
    public static bool TryRead(string? text, [NotNullWhen(true)] out Instant? instant)
    {
        instant = null;
        if (text is null)
            return false;
        // The last second, not the midnight after it: asked "as of its last day", a certificate is valid (C2).
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
            instant = Shanghai.LastSecondOf(date.Value);
        else if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } moment)
            instant = moment.Value.ToInstant();
        return instant is not null;
    }
}
