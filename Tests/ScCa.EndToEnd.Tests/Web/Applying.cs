using System.Net;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>An application as it is typed in.</summary>
internal static class Applying
{
    public const string Page = "/apply/gov-procurement";
    public const string CreditCode = "91510100MA6ABCDE2T";

    public const string PostalAddress = "成都市锦江区示范街 8 号";

    public static (string Name, string Value)[] Fields(string holder, string handler, string creditCode = CreditCode, string role = "supplier") =>
    [
        ("Role", role), ("HolderName", holder), ("CreditCode", creditCode), ("TermYears", "1"), ("HandlerName", handler),
        ("PostalAddress", PostalAddress),
    ];

    /// <summary>Applies; answers with the address of its progress.</summary>
    public static async Task<string> Apply(this Visitor visitor, string holder, string handler)
    {
        var applied = await visitor.Submit(await visitor.Get(Page), "CommandId", Fields(holder, handler));
        Assert.Equal(HttpStatusCode.Redirect, applied.Status);
        return applied.Location!;
    }

    /// <summary>The certificate in <c>/progress/{certificate}/{application}</c>.</summary>
    public static string CertificateIn(string progress) => progress.Split('/')[2];
}
