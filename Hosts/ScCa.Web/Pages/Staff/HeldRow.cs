using ScCa.Application.Views;

namespace ScCa.Web.Pages.Staff;

/// <summary>A row of a desk's list, and whose certificate it is about.</summary>
internal sealed record HeldRow<T>(T Row, string HolderName, string Platform)
{
    public static async Task<IReadOnlyList<HeldRow<T>>> Of(IEnumerable<T> rows, Func<T, string> certificate, CertificateCardReader cards, CancellationToken cancellation)
    {
        var held = new List<HeldRow<T>>();
        foreach (var row in rows)
        {
            var card = await cards.Find(certificate(row), cancellation);
            held.Add(new HeldRow<T>(row, card?.HolderName ?? certificate(row), card?.Platform ?? ""));
        }

        return held;
    }
}
