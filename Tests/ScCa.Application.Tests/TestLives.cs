using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests;

/// <summary>Stretches of a certificate's life that many tests go through.</summary>
internal static class TestLives
{
    public const string ExpertName = "李评标";
    public const string ExpertNumber = "11010519491231002X";
    public const string NewName = "四川锦绣咨询有限公司";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ApplyForm ExpertApplication(string commandId = "apply-expert") =>
        TestSystem.Application(commandId) with { Role = "expert", HolderName = null, CreditCode = null, PersonName = ExpertName, IdNumber = ExpertNumber };

    /// <summary>An expert's certificate: he pays for himself (P1).</summary>
    public static async Task<string> IssuedToExpert(this TestSystem system)
    {
        var certificate = Value(await system.Hall.Apply(ExpertApplication(), Cancellation)).Certificate;
        await system.Work();
        await system.Approve(certificate, 1);
        await system.Transfer(100, ExpertName);
        return certificate;
    }

    /// <summary>The clerk sees the handler and his ID.</summary>
    public static async Task Seen(this TestSystem system, string certificate, int application)
    {
        Value(await system.Get<WindowDesk>().VerifyOnSite($"seen-{certificate}-{application}", certificate, application, TestStaff.Clerk, Cancellation));
        await system.Work();
    }

    public static async Task Pulled(this TestSystem system, string certificate)
    {
        Value(await system.Demo.PullRenewal(certificate, Cancellation));
        await system.Work();
    }

    /// <summary>A change of the unit's name, granted.</summary>
    public static async Task ChangeGranted(this TestSystem system, string certificate, int application)
    {
        Value(await system.AtWindow(certificate, "Change", change: form => form with { HolderName = NewName }));
        await system.Approve(certificate, application);
        await system.Seen(certificate, application);
    }

    /// <summary>Reissued for a lost key, paid at the window.</summary>
    public static async Task Reissued(this TestSystem system, string certificate, int application, string loss = "Lost")
    {
        Value(await system.AtWindow(certificate, "Reissue", withKey: false, form => form with { Loss = loss }));
        await system.Approve(certificate, application);
        await system.Seen(certificate, application);
        Value(await system.Get<WindowDesk>().TakePayment($"R-{application}", certificate, application, HandlerName, "50.00", TestStaff.Clerk, Cancellation));
        await system.Work();
    }

    /// <summary>One seal, applied for and paid by scanning.</summary>
    public static async Task Sealed(this TestSystem system, string certificate, int application)
    {
        Value(await system.Operate(certificate, "SealApply", change: form => form with { SealPictures = [DigestOf("picture").Value] }));
        await system.Approve(certificate, application);
        await system.Scan(certificate, application);
    }

    /// <summary>Renewed on 6 November 2026, the first day on which it can be.</summary>
    public static async Task Renewed(this TestSystem system, string certificate, int application)
    {
        system.Clock.Set(Instant.FromUtc(2026, 11, 6, 1, 0));
        Value(await system.Renew(certificate));
        await system.Approve(certificate, application);
        await system.Transfer(200);
        await system.Pulled(certificate);
    }

    public static async Task Revoked(this TestSystem system, string certificate, int application)
    {
        Value(await system.AtWindow(certificate, "Revoke", withKey: false, form => form with { Wish = "NoLongerUsed" }));
        await system.Approve(certificate, application);
        await system.Seen(certificate, application);
    }

    /// <summary>A unit's certificate that has gone through every operation of its platform but the upgrade of its seals.</summary>
    public static async Task<string> WholeLife(this TestSystem system)
    {
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        Value(await system.Operate(certificate, "Unlock"));
        await system.Approve(certificate, 3);
        Value(await system.Get<WindowDesk>().CompleteUnlock("unlocked", certificate, (await system.Held(certificate)).Current.Serial.Value, TestStaff.Clerk, Cancellation));
        await system.Renewed(certificate, 4);
        Value(await system.Operate(certificate, "SealRenew"));
        await system.Scan(certificate, 5);
        await system.ChangeGranted(certificate, 6);
        await system.Pulled(certificate);
        await system.Reissued(certificate, 7);
        await system.Revoked(certificate, 8);
        return certificate;
    }

    public static async Task<HeldCertificate> Held(this TestSystem system, string certificate) =>
        Assert.IsType<HeldCertificate>(await system.State(certificate), exactMatch: false);
}
