using System.Text;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Units;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Units;

/// <summary>What follows for a unit from its certificates, and for them from it.</summary>
public sealed class UnitsFollowTests
{
    private const string NewName = TestLives.NewName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "U2")]
    public async Task U2_A_handler_who_moves_to_another_phone_takes_along_what_is_open_and_what_is_to_be_told()
    {
        await using var units = await UnitSystem.WithHandler();
        var system = units.System;
        var applied = Value(await system.Operate(units.Certificate, "Unlock"));
        await system.Work();

        await Move(units, TestSystem.Phone, UnitSystem.SecondPhone);

        RefusedWith(
            "A1", "ApplicationUnderAnotherPhone",
            await system.Hall.Withdraw("w-1", units.Certificate, applied.Application, TestSystem.Phone, withRefund: false, Cancellation));
        Assert.Contains(await system.Hall.Progress(UnitSystem.SecondPhone, Cancellation), r => r.Application == applied.Application);
        Value(await system.Hall.Card(units.Certificate, UnitSystem.SecondPhone, Cancellation));
        Value(await system.Hall.Withdraw("w-2", units.Certificate, applied.Application, UnitSystem.SecondPhone, withRefund: false, Cancellation));
        Assert.Contains(await system.Demo.Outbox(Cancellation), m => m.Phone == UnitSystem.SecondPhone && m.Text.Contains("经办人手机号", StringComparison.Ordinal));

        // C10: 60 days before the end it is the new phone that is reminded.
        system.Clock.Set(Instant.FromUtc(2026, 11, 6, 18, 0));
        await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);
        await system.Work();
        Assert.Equal(UnitSystem.SecondPhone, (await system.Demo.Outbox(Cancellation))[0].Phone);
    }

    [Fact, Trait("rule", "U2")]
    public async Task U2_What_he_handles_for_another_unit_or_somebody_else_handles_by_now_stays_where_it_is()
    {
        await using var units = await UnitSystem.WithHandler();
        var system = units.System;
        var other = Value(await system.Hall.Apply(
            TestSystem.Application("apply-other", "乙公司") with { CreditCode = "91350100M000100Y43" }, Cancellation)).Certificate;
        var handedOver = Value(await system.Hall.Apply(TestSystem.Application("apply-third"), Cancellation)).Certificate;
        Value(await system.Get<WindowDesk>().ChangeHandler("over", handedOver, "李小兰", "13700000009", TestStaff.Clerk, Cancellation));
        await system.Work();

        await Move(units, TestSystem.Phone, UnitSystem.SecondPhone);

        Assert.Equal(other, Assert.Single(await system.Hall.Progress(TestSystem.Phone, Cancellation), r => r.Certificate == other).Certificate);
        Assert.Contains(await system.Hall.Progress("13700000009", Cancellation), r => r.Certificate == handedOver);
        Assert.DoesNotContain(await system.Hall.Progress(UnitSystem.SecondPhone, Cancellation), r => r.Certificate == other || r.Certificate == handedOver);
    }

    [Fact, Trait("rule", "U1"), Trait("rule", "C6")]
    public async Task U1_A_change_of_the_name_on_the_key_renames_the_unit_and_a_renewal_under_the_former_name_does_not_undo_it()
    {
        await using var units = await UnitSystem.WithHandler();
        var system = units.System;
        TestSystem.Value(await units.Authorize(UnitSystem.SecondPhone));
        TestSystem.Value(await units.Declare());
        await system.ChangeGranted(units.Certificate, 2);
        Assert.Equal(HolderName, (await units.State()).Name.Value);

        await system.Pulled(units.Certificate);

        Assert.Equal(NewName, (await units.State()).Name.Value);
        Assert.Equal(NewName, (await units.Card()).Name);
        Assert.Equal([NewName], (await units.Hall.Units(UnitSystem.SecondPhone, Cancellation)).Select(u => u.Name));
        Assert.Equal(NewName, Assert.Single(Value(await units.Desk.Queue(TestSystem.Reviewer, Cancellation))).UnitName);

        // Renaming it once more is the only way back.
        await system.Do(new RenameUnit(new("rename"), Domain.Certificates.CreditCode.Parse(UnitSystem.Unit), CertificateName.Parse("丙公司"), system.Clock.GetCurrentInstant()));
        system.Clock.Set(Instant.FromUtc(2026, 11, 6, 1, 0));
        Value(await system.Renew(units.Certificate));
        await system.Approve(units.Certificate, 3);
        await system.Transfer(200, NewName);
        await system.Pulled(units.Certificate);
        Assert.Equal("丙公司", (await units.State()).Name.Value);
    }

    [Fact, Trait("rule", "U1")]
    public async Task U1_A_change_to_the_name_that_the_unit_bore_then_does_not_bring_it_back_when_it_is_told_again()
    {
        await using var units = await UnitSystem.WithHandler();
        var system = units.System;
        var other = await system.Applied("apply-other");
        await system.Approve(other, 1);
        await system.Transfer(300);
        await system.ChangeGranted(units.Certificate, 2);
        await system.Pulled(units.Certificate);
        await system.ChangeGranted(other, 2);
        await system.Pulled(other);
        Value(await system.AtWindow(units.Certificate, "Change", change: form => form with { CommandId = "change-again", HolderName = "丙公司" }));
        await system.Approve(units.Certificate, 3);
        await system.Seen(units.Certificate, 3);
        await system.Pulled(units.Certificate);
        Assert.Equal("丙公司", (await units.State()).Name.Value);

        await system.Get<IReactionCheckpoints>().Save("rename-units", 0, Cancellation);
        await system.Work();

        Assert.Equal("丙公司", (await units.State()).Name.Value);
    }

    [Fact]
    public async Task Every_certificate_under_a_phone_is_found_however_many_there_are()
    {
        await using var system = Create();
        const string Index = "f00d";
        var rows = system.Get<IViewStore>();
        var names = Enumerable.Range(0, 450).Select(n => $"c-{n:D4}").ToList();
        var changes = names.Select(n => new RowChange($"k/{n}", new ViewRow(
            $"k/{n}", SearchView.PartitionOf(SearchView.ByPhone, Index), n, Encoding.UTF8.GetBytes($$"""{"certificate":"{{n}}","by":"phone"}""")))).ToList();
        var (reached, version) = (await rows.Checkpoint(SearchView.ViewName, new SearchView().Version, Cancellation), new SearchView().Version);
        Assert.True(await rows.Commit(SearchView.ViewName, version, reached, changes, reached + 1, Cancellation));

        var found = new List<string>();
        await foreach (var certificate in system.Get<SearchReader>().AllCertificates(SearchView.ByPhone, Index, Cancellation))
            found.Add(certificate);

        Assert.Equal(names, found);
    }

    private static async Task Move(UnitSystem units, string from, string to)
    {
        var handler = Assert.Single(Value(await units.Hall.Handlers(UnitSystem.Unit, from, Cancellation))).Handler;
        Value(await units.Hall.ChangeHandlerPhone(
            units.NewId(), UnitSystem.Unit, handler, HandlerName, units.Signed(UnitHall.ToChangePhone, UnitSystem.Unit, to), to, Cancellation));
        await units.System.Work();
        await units.System.Work();
    }
}
