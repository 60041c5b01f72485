using System.Net;
using System.Text.Json;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class ObservationTests(RunningHall hall)
{
    [Fact]
    public async Task Health_says_how_the_system_is_and_what_only_stands_in()
    {
        using var visitor = new Visitor(hall.Address);

        var answer = await visitor.Get("/health");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        using var report = JsonDocument.Parse(answer.Html);
        Assert.Equal("healthy", report.RootElement.GetProperty("status").GetString());
        Assert.Equal("running", report.RootElement.GetProperty("worker").GetString());
        Assert.Contains("SMS gateway", report.RootElement.GetProperty("standIns").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task Metrics_count_commands_and_requests_in_the_text_format()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());
        await visitor.Apply("成都指标有限公司", "孙八");

        var answer = await visitor.Get("/metrics");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Message.Content.Headers.ContentType!.ToString());
        Assert.Contains("# TYPE scca_commands_seconds histogram\n", answer.Html, StringComparison.Ordinal);
        Assert.Matches("scca_commands_seconds_count\\{[^}]*ApplyForCertificate[^}]*\\} [1-9]", answer.Html);
        Assert.Matches("scca_view_events_total\\{[^}]*\\} [1-9]", answer.Html);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("成都指标有限公司", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_for_this_machine_only()
    {
        using var visitor = new Visitor(hall.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hall.Address, "/metrics")) { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Send(request)).Status);
    }

    [Fact]
    public async Task Every_line_of_the_log_is_a_JSON_object_with_the_route_and_not_the_address()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.Get("/?q=never-in-a-log");
        await visitor.Get("/never-in-a-log");

        var lines = hall.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.DoesNotContain("never-in-a-log", hall.Output, StringComparison.Ordinal);
    }
}
