using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Sweeps;
using Xunit;
using static ScCa.Application.Tests.Crashes.RunningApplication;

namespace ScCa.Application.Tests.Crashes;

/// <summary>What units and the passing of time bring about, and what is done about people.</summary>
internal static class UnitActs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task MoveHandler(this Process process, string id, string unit, string handler, string phone) => process.Ask("move handler", () =>
        process.Get<UnitDesk>().ChangeHandlerPhone(id, unit, handler, Units.HandlerName, phone, First, Cancellation));

    public static async Task ApplyForAccount(this Process process, string unit, string platform, string phone)
    {
        if (await process.Ask("account", () => process.Get<UnitHall>().ApplyForRoleAccount($"account-{unit}", unit, platform, phone, Cancellation)))
            await process.Ask("settings", () => process.Get<UnitHall>().CompleteUserBaseSettings($"settings-{unit}", unit, platform, phone, Cancellation));
    }

    /// <summary>A night: all that has fallen due.</summary>
    public static async Task Night(this Process process, Duration later)
    {
        var asOf = process.World.Clock.Advance(later);
        await process.Insist(() => process.Get<NightlySweep>().Run(asOf, Cancellation));
        await process.Settle();
    }

    /// <summary>Ordered by one, confirmed by another.</summary>
    public static async Task Erase(this Process process, string id, string subject)
    {
        if (await process.Ask("order erasure", () => process.Get<PrivacyDesk>().OrderErasure(id, subject, "保存期已满", First, Cancellation)))
            await process.Ask("confirm erasure", () => process.Get<PrivacyDesk>().ConfirmErasure($"{id}-confirmed", subject, Second, Cancellation));
    }
}
