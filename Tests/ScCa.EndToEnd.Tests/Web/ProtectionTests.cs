using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class ProtectionTests(RunningHall hall)
{
    [Theory]
    [InlineData("/login")]
    [InlineData("/login/code")]
    [InlineData("/logout")]
    [InlineData("/staff/login")]
    [InlineData("/demo?handler=Transfer")]
    [InlineData("/demo?handler=Clock")]
    public async Task A_form_without_its_token_is_a_bad_request(string path)
    {
        using var visitor = new Visitor(hall.Address);

        var answer = await visitor.PostBare(path, ("Phone", "13800000000"), ("StaffId", "demo-reviewer"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("表单已失效", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_signed_in_visitor_needs_its_token_too()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostBare(Applying.Page, Applying.Fields("某公司", "某人"))).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/demo")]
    [InlineData("/nowhere")]
    [InlineData("/health")]
    [InlineData("/site.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var visitor = new Visitor(hall.Address);

        var headers = (await visitor.Get(path)).Message.Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.False(headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/login")]
    [InlineData("/demo")]
    [InlineData("/staff/login")]
    public async Task Pages_carry_no_script_and_no_inline_style_and_are_kept_in_no_cache(string path)
    {
        using var visitor = new Visitor(hall.Address);

        var page = await visitor.Get(path);

        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Message.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites()
    {
        using var visitor = new Visitor(hall.Address);
        var sent = await visitor.Submit(await visitor.Get("/login"), "Phone", ("Phone", "13810000009"));
        var code = Visitor.CodeIn((await visitor.Get("/demo")).Html, "13810000009");

        var entered = await visitor.Submit(await visitor.Follow(sent), "Code", ("Code", code));

        var session = Assert.Single(entered.Message.Headers.GetValues("Set-Cookie"), c => c.StartsWith("scca-login=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("13810000009", session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_not_answered()
    {
        using var visitor = new Visitor(hall.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hall.Address, "/")) { Headers = { Host = "elsewhere.example" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(request)).Status);
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_no_phone_and_no_handlers_name_is_in_the_logs_or_in_clear_in_the_data()
    {
        const string handler = "欧阳密封";
        const string holder = "成都明文有限公司";
        var phone = Phones.Next();
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(phone);
        await visitor.Apply(holder, handler);
        await visitor.Get("/progress");

        string[] secrets = [phone, handler, JsonEncodedText.Encode(handler).Value];
        Assert.Contains("/apply/{platform:id}", hall.Output, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, hall.Output, StringComparison.Ordinal));

        // Lock files are empty, and nobody else may open them.
        var files = Directory.GetFiles(hall.Data, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0).ToDictionary(f => Path.GetRelativePath(hall.Data, f), Read);
        Assert.Contains(files, file => file.Key.StartsWith("scca.db", StringComparison.Ordinal) && Holds(file.Value, holder));
        Assert.Contains(Path.Combine("stand-ins", "sms-outbox.jsonl"), files.Keys);
        Assert.All(files, file => Assert.All(secrets, secret => Assert.False(Holds(file.Value, secret), file.Key)));
    }

    [Fact]
    public async Task The_key_ring_is_below_the_data_folder_and_sealed()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.Get("/login");

        var keys = Directory.GetFiles(Path.Combine(hall.Data, "web-keys"), "*.xml").Select(File.ReadAllText).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<sealed", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
