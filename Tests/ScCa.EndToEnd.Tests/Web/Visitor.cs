using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>An answer as a browser without scripts and styles sees it.</summary>
internal sealed record Answered(HttpStatusCode Status, string Path, string? Location, string Html, HttpResponseMessage Message);

/// <summary>A browser in small: keeps cookies, follows no redirect by itself, sends forms as they stand in the page.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(Uri address) => client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Where the visited host listens.</summary>
    public Uri Address => client.BaseAddress!;

    public async Task<Answered> Get(string path) => await Answer(path, await client.GetAsync(path, TestContext.Current.CancellationToken));

    public async Task<Answered> Send(HttpRequestMessage message) =>
        await Answer(message.RequestUri!.ToString(), await client.SendAsync(message, TestContext.Current.CancellationToken));

    /// <summary>Follows redirects to the page they end at.</summary>
    public async Task<Answered> Follow(Answered answered)
    {
        while (answered.Location is { } location)
            answered = await Get(location);
        return answered;
    }

    /// <summary>Sends the form of a page that holds the marker, with its hidden fields.</summary>
    public async Task<Answered> Submit(Answered page, string marker, params (string Name, string Value)[] fields)
    {
        var (action, content) = Form(page, marker, fields);
        return await Answer(action, await client.PostAsync(action, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends the form of a page that asks by its address, pressing the button with this value.</summary>
    public Task<Answered> Ask(Answered page, string button)
    {
        var form = Forms().Matches(page.Html).Select(m => m.Value).Single(f => f.Contains($"value=\"{button}\"", StringComparison.Ordinal));
        var hidden = Inputs().Matches(form).Select(m => (Attribute(m.Value, "name")!, Attribute(m.Value, "value") ?? ""));
        var query = string.Join('&', hidden.Append(("a", button)).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2)}"));
        return Get($"{Attribute(Opening().Match(form).Value, "action")!.Split('#')[0]}?{query}");
    }

    /// <summary>Sends the form of a page that holds the marker, with files.</summary>
    public async Task<Answered> SubmitFiles(
        Answered page, string marker, string field, byte[][] files, params (string Name, string Value)[] fields)
    {
        var (action, plain) = FieldsOf(page, marker, fields);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in plain)
            content.Add(new StringContent(value), name);
        foreach (var file in files)
            content.Add(new ByteArrayContent(file), field, "file");
        return await Answer(action, await client.PostAsync(action, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends fields to an address as another site would: without the page's token.</summary>
    public async Task<Answered> PostBare(string path, params (string Name, string Value)[] fields) =>
        await Answer(path, await client.PostAsync(path, Content(fields), TestContext.Current.CancellationToken));

    /// <summary>Logs in, reading the code on the demo desk (A1).</summary>
    public async Task LogIn(string phone)
    {
        var sent = await Submit(await Get("/login"), "Phone", ("Phone", phone));
        var code = CodeIn((await Get("/demo")).Html, phone);
        var entered = await Submit(await Follow(sent), "Code", ("Code", code));
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
    }

    public async Task LogInStaff(string id)
    {
        var entered = await Submit(await Get("/staff/login"), "StaffId", ("StaffId", id));
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
    }

    /// <summary>The newest login code in the outbox.</summary>
    public static string CodeIn(string demoDesk, string phone) =>
        Regex.Match(demoDesk, $@"class=""phone"">{phone}</b>.*?登录验证码 ([0-9]{{6}})", RegexOptions.Singleline) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException("No code was sent to this phone.");

    public void Dispose() => client.Dispose();

    private static (string Action, FormUrlEncodedContent Content) Form(Answered page, string marker, (string Name, string Value)[] fields)
    {
        var (action, all) = FieldsOf(page, marker, fields);
        return (action, Content(all));
    }

    private static (string Action, (string Name, string Value)[] Fields) FieldsOf(Answered page, string marker, (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(page.Html).Select(m => m.Value).FirstOrDefault(f => f.Contains(marker, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{page.Path} has no form with '{marker}'.");
        var hidden = Inputs().Matches(form).Select(m => m.Value).Where(i => i.Contains("type=\"hidden\"", StringComparison.Ordinal))
            .Select(i => (Attribute(i, "name")!, Attribute(i, "value") ?? ""));
        return (Attribute(Opening().Match(form).Value, "action") ?? page.Path, [.. hidden, .. fields]);
    }

    private static FormUrlEncodedContent Content((string Name, string Value)[] fields) =>
        new(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $@"\s{name}=""([^""]*)""") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    private static async Task<Answered> Answer(string path, HttpResponseMessage message) => new(
        message.StatusCode, path, message.Headers.Location?.ToString(), await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), message);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Inputs();

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex Opening();
}
