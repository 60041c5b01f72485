using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>What the worker does, each page shows soon and not all of them at once: a page is looked at again until it shows it.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const int Attempts = 200;

    public static async Task<Answered> Until(this Visitor visitor, string path, string text)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var page = await visitor.Get(path);
            if (page.Html.Contains(text, StringComparison.Ordinal))
                return page;
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"{path} never showed '{text}'.");
    }
}
