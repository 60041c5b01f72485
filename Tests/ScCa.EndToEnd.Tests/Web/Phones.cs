using System.Globalization;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>A phone of its own for every visitor: one phone is sent one code a minute.</summary>
internal static class Phones
{
    private static int last = 20_000_000;

    public static string Next() => $"139{Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture)}";
}
