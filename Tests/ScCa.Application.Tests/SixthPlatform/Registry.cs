using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Policies;
using ScCa.Application.Sweeps;
using ScCa.Composition.Gateways;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.SixthPlatform;

/// <summary>The whole system with a platform more, which is nothing but the files in the folder beside.</summary>
internal sealed class Registry : IAsyncDisposable
{
    public const string Platform = "practitioner-registry";
    public const string Role = "practitioner";
    public const string PersonName = "李雨桐";
    public const string IdNumber = "510104198806070022";
    public const string Employer = HolderName;
    public const string Hall = "registry-hall";
    public const string Form = "practitioner-form";
    public const string Licence = "practice-licence";

    private int commands;

    public TestSystem System { get; } = Create(services => services.AddSingleton(Policies()));

    public WindowDesk Window => System.Get<WindowDesk>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "SixthPlatform", "Policies");

    public static PolicyBook Policies() => PolicyLoader.LoadShippedAnd(PolicyFolders.At(Folder));

    public string NewId() => string.Create(CultureInfo.InvariantCulture, $"registry-{++commands}");

    /// <summary>Moves to an hour of a day in Shanghai.</summary>
    public void At(int year, int month, int day, int hour = 9, int minute = 0) =>
        System.Clock.Set(Shanghai.StartOf(new LocalDate(year, month, day)) + Duration.FromMinutes((hour * 60) + minute));

    public static byte[] Paper(string text) => Encoding.UTF8.GetBytes($"%PDF-1.7 {text}");

    public static byte[] Picture(string text) => [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>A New as it is filled in, with its seal's picture uploaded.</summary>
    public async Task<ApplyForm> Filled(int termYears = 3, string channel = nameof(Channel.Online)) =>
        new(NewId(), Platform, Role, Employer, TestSystem.CreditCode, termYears, HandlerName, TestSystem.Phone, PostalAddress)
        {
            PersonName = PersonName,
            IdNumber = IdNumber,
            Channel = channel,
            SealPictures = [Value(await System.Get<PaperUploads>().Keep(TestSystem.Phone, Picture("印章"), Cancellation)).Digest],
        };

    public async Task<string> Applied(int termYears = 3, string channel = nameof(Channel.Online))
    {
        var receipt = Value(await System.Hall.Apply(await Filled(termYears, channel), Cancellation));
        await System.Work();
        return receipt.Certificate;
    }

    /// <summary>Approved by the reviewer, with what he finds of the seal's picture where there is one.</summary>
    public async Task Approve(string certificate, int application)
    {
        var finding = (await System.State(certificate)).Open?.Request.SealPictures > 0 ? nameof(SealPictureFinding.NumberLegible) : null;
        Value(await System.Review.Approve(NewId(), certificate, application, finding, Reviewer, Cancellation));
        await System.Work();
    }

    public async Task Upload(string certificate, int application, params string[] materials)
    {
        foreach (var material in materials)
            Value(await System.Get<PaperUploads>().Provide(NewId(), certificate, application, material, TestSystem.Phone, Paper(material), Cancellation));
    }

    /// <summary>The clerk scans what lies on the counter.</summary>
    public async Task Scan(string certificate, int application, params string[] materials)
    {
        foreach (var material in materials)
        {
            var scan = Value(await System.Get<PaperDesk>().Scan(certificate, material, Paper(material), TestStaff.Clerk, Cancellation));
            Value(await Window.ReceiveMaterial(NewId(), certificate, application, material, scan.Digest, TestStaff.Clerk, Cancellation));
        }
    }

    public async Task Complete(string certificate, int application)
    {
        Value(await System.Review.CompleteMaterials(NewId(), certificate, application, Reviewer, Cancellation));
        await System.Work();
    }

    public async Task OnSite(string certificate, int application)
    {
        Value(await Window.VerifyOnSite(NewId(), certificate, application, TestStaff.Clerk, Cancellation));
        await System.Work();
    }

    /// <summary>Taken in at the window, its papers scanned, approved, and the person seen.</summary>
    public async Task<int> ThroughTheWindow(string certificate, string operation, Func<OperationForm, OperationForm>? change = null, params string[] materials)
    {
        var application = Value(await System.AtWindow(certificate, operation, withKey: operation == nameof(Operation.Change), f => Own(f, change))).Application;
        await System.Work();
        await Approve(certificate, application);
        if (materials.Length > 0)
        {
            await Scan(certificate, application, materials);
            await Complete(certificate, application);
        }

        await OnSite(certificate, application);
        return application;
    }

    public async Task<int> Online(string certificate, string operation, bool withKey = true, Func<OperationForm, OperationForm>? change = null)
    {
        var application = Value(await System.Operate(certificate, operation, withKey, f => Own(f, change))).Application;
        await System.Work();
        return application;
    }

    /// <summary>Applied for online, approved, its papers in order: what is missing is the money.</summary>
    public async Task<string> ToBePaid(int termYears = 3)
    {
        var certificate = await Applied(termYears);
        await Approve(certificate, 1);
        await Upload(certificate, 1, Form, Licence);
        await Complete(certificate, 1);
        return certificate;
    }

    public async Task<IssuedCertificate> Issued(string certificate) => Assert.IsType<IssuedCertificate>(await System.State(certificate));

    public async Task Night()
    {
        await System.Get<NightlySweep>().Run(System.Clock.GetCurrentInstant(), Cancellation);
        await System.Work();
    }

    /// <summary>A form for this command of ours, so that the same operation can come twice in a life.</summary>
    private OperationForm Own(OperationForm form, Func<OperationForm, OperationForm>? change)
    {
        var own = form with { CommandId = NewId() };
        return change?.Invoke(own) ?? own;
    }

    public ValueTask DisposeAsync() => System.DisposeAsync();
}
