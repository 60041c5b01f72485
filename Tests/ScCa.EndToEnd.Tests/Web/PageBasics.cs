using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>What every page owes to everybody: structure, labels, contrast, room on a small screen, the keyboard.</summary>
internal static class PageBasics
{
    private const int TabsMax = 60;
    private const int SmallestWidth = 360;
    private const int HeaderMax = 200;

    private const string Faults = """
        () => {
          const faults = [];
          if (document.querySelectorAll('h1').length !== 1) faults.push('not exactly one h1');
          if (!['zh-CN', 'en'].includes(document.documentElement.lang)) faults.push('no lang');
          if (!document.title) faults.push('no title');
          for (const landmark of ['header', 'main', 'footer']) if (!document.querySelector(landmark)) faults.push('no ' + landmark);
          for (const field of document.querySelectorAll('input:not([type=hidden]), textarea, select'))
            if (!field.labels.length) faults.push('no label: ' + field.name);
          for (const button of document.querySelectorAll('button, a[href]'))
            if (!button.textContent.trim()) faults.push('no text: ' + button.outerHTML);
          for (const table of document.querySelectorAll('table')) if (!table.querySelector('th[scope]')) faults.push('table without headers');
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push('id twice: ' + id);
          for (const e of document.querySelectorAll('[aria-labelledby], [aria-describedby]'))
            for (const id of ((e.getAttribute('aria-labelledby') || '') + ' ' + (e.getAttribute('aria-describedby') || '')).split(' '))
              if (id && !document.getElementById(id)) faults.push('points nowhere: ' + id);
          for (const a of document.querySelectorAll('a[href^="#"]'))
            if (!document.getElementById(a.getAttribute('href').slice(1))) faults.push('leads nowhere: ' + a.getAttribute('href'));

          // WCAG 2.1, 1.4.3: text stands out from what is behind it by 4.5 to 1.
          const parse = c => { const n = c.match(/[\d.]+/g).map(Number); return { rgb: n.slice(0, 3), a: n.length > 3 ? n[3] : 1 }; };
          const over = (top, under) => top.rgb.map((c, i) => c * top.a + under[i] * (1 - top.a));
          const behind = e => e ? over(parse(getComputedStyle(e).backgroundColor), behind(e.parentElement)) : [255, 255, 255];
          const light = rgb => { const [r, g, b] = rgb.map(c => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || !e.getClientRects().length) continue;
            const under = behind(e), text = over(parse(getComputedStyle(e).color), under);
            const [dark, bright] = [light(text), light(under)].sort((a, b) => a - b);
            const ratio = (bright + .05) / (dark + .05);
            if (ratio < 4.5) faults.push('contrast ' + ratio.toFixed(2) + ': ' + e.textContent.trim().slice(0, 30));
          }
          return faults;
        }
        """;

    /// <summary>Nothing is wrong with the page as it stands, and it fits a screen of 360 pixels without scrolling sideways.</summary>
    public static async Task ShouldBeSound(this IPage page)
    {
        var faults = await page.EvaluateAsync<string[]>(Faults);
        Assert.True(faults.Length == 0, $"{page.Url}: {string.Join("; ", faults)}");
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(SmallestWidth, 740);
        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        var header = await page.EvaluateAsync<int>("() => document.querySelector('header').offsetHeight");
        await page.SetViewportSizeAsync(before.Width, before.Height);
        Assert.True(header <= HeaderMax, string.Create(CultureInfo.InvariantCulture, $"The header of {page.Url} is {header} pixels high on a small screen"));
        Assert.True(width <= SmallestWidth, string.Create(CultureInfo.InvariantCulture, $"{page.Url} is {width} pixels wide on a screen of {SmallestWidth}"));
    }

    /// <summary>From the top of the page, the Tab key comes to the button, and wherever it stops the focus can be seen.</summary>
    public static async Task ShouldReachByKeyboard(this IPage page, string button)
    {
        await page.EvaluateAsync("() => { document.activeElement.blur(); window.getSelection().collapse(document.body, 0); }");
        for (var tab = 0; tab < TabsMax; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string[]>(
                "() => [document.activeElement.textContent.trim(), getComputedStyle(document.activeElement).outlineStyle]");
            Assert.NotEqual("none", focused[1]);
            if (focused[0] == button)
                return;
        }

        Assert.Fail($"The keyboard never came to '{button}' on {page.Url}.");
    }
}
