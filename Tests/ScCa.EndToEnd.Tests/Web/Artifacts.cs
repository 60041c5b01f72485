using Microsoft.Playwright;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>Pictures of pages for people to look at, in the folder that <c>SCCA_ARTIFACTS</c> names; without it there are none.</summary>
internal static class Artifacts
{
    private const int SmallWidth = 390;
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCCA_ARTIFACTS");

    public static async Task Picture(this IPage page, string name)
    {
        if (Folder is null)
            return;
        var before = page.ViewportSize!;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{before.Width}.png"), FullPage = true });
        await page.SetViewportSizeAsync(SmallWidth, 844);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{SmallWidth}.png"), FullPage = true });
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
