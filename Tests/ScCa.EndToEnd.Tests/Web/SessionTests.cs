using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScCa.Application.BackOffice;
using ScCa.Application.Ports;
using ScCa.Application.Staff;
using ScCa.Composition;
using ScCa.Domain.Staff;
using ScCa.Web.Starting;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>Sessions of the back office with accounts of its own: the host's pages over a folder of the test's, with the directory that real business has.</summary>
public sealed class SessionTests
{
    private const string Passphrase = "correct horse battery";
    private const string Another = "another long passphrase";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "F8")]
    public async Task F8_another_passphrase_ends_every_other_session_a_lost_role_and_a_closed_account_end_all()
    {
        var folder = Directory.CreateTempSubdirectory("scca-sessions-").FullName;
        try
        {
            await using var app = await Start(folder);
            var desk = app.Services.GetRequiredService<StaffDesk>();
            var code = await Office(app.Services, desk);
            var address = new Uri(app.Urls.Single());
            using var here = new Visitor(address);
            using var there = new Visitor(address);
            Assert.Equal("/staff", (await here.Submit(
                await here.Get("/staff/enrol"), "Code", ("Account", "li"), ("Code", code), ("NewPassphrase", Passphrase))).Location);
            await there.LogInStaff("li");
            Assert.True(await IsIn(here) && await IsIn(there));

            var changed = await here.Submit(
                await here.Get("/staff/passphrase"), "NewPassphrase", ("Passphrase", Passphrase), ("NewPassphrase", Another));
            Assert.Equal("/staff/passphrase", changed.Location);
            Assert.True(await IsIn(here));
            Assert.False(await IsIn(there));

            await there.LogInStaff("li");
            Assert.True(await IsIn(there));
            Assert.False((await desk.Withdraw("withdraw", "li", nameof(StaffRole.Dispatch), "zhang", Cancellation)).IsRefused);
            Assert.False(await IsIn(here) || await IsIn(there));

            await here.LogInStaff("li");
            Assert.True(await IsIn(here));
            Assert.False((await desk.Close("close", "li", "zhang", Cancellation)).IsRefused);
            Assert.False(await IsIn(here));
            await app.StopAsync(Cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> IsIn(Visitor visitor)
    {
        var answered = await visitor.Get("/staff/refunds");
        if (answered.Status == HttpStatusCode.Redirect)
            Assert.StartsWith("/staff/login", new Uri(answered.Location!).PathAndQuery, StringComparison.Ordinal);
        return answered.Status == HttpStatusCode.OK;
    }

    private static async Task<string> Office(IServiceProvider services, StaffDesk desk)
    {
        var setUp = services.GetRequiredService<StaffSetUp>();
        Assert.False((await setUp.AppointFirst("zhang", "张一", Cancellation)).IsRefused);
        Assert.False((await desk.Open("open-wang", "wang", "王二", "zhang", Cancellation)).IsRefused);
        Assert.False((await desk.Grant("grant-wang", "wang", nameof(StaffRole.Administrator), "zhang", Cancellation)).IsRefused);
        var opened = await desk.Open("open-li", "li", "李三", "zhang", Cancellation);
        foreach (var role in new[] { nameof(StaffRole.Finance), nameof(StaffRole.Dispatch) })
            Assert.False((await desk.Grant($"grant-{role}", "li", role, "wang", Cancellation)).IsRefused);
        return opened.Value!.Code!;
    }

    private static async Task<WebApplication> Start(string folder)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "ScCa.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Demo"] = "true", ["Data"] = folder });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStaffDirectory>(provider => provider.GetRequiredService<StaffRegister>());
        builder.Services.AddHall(builder.Configuration);
        var app = builder.Build();
        await app.Services.CheckScCa(Cancellation);
        app.UseHall();
        await app.StartAsync(Cancellation);
        return app;
    }
}
