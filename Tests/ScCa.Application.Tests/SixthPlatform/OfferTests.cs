using NodaTime;
using ScCa.Application.Hall;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Application.Tests.SixthPlatform.Registry;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.SixthPlatform;

/// <summary>What the files offer and what they do not, said in both languages.</summary>
public sealed class OfferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A5")]
    public async Task A5_The_hall_has_an_entry_for_it_under_its_names_in_both_languages()
    {
        await using var registry = new Registry();

        var offer = Assert.Single(registry.System.Hall.Platforms(), p => p.Id == Platform);

        Assert.Equal(("执业人员登记平台", "Registry of practitioners"), (offer.Name.ZhCn, offer.Name.En));
        Assert.Contains("执业登记", offer.Entries);
        var role = Assert.Single(offer.Roles);
        Assert.Equal((Role, "执业人员", "Practitioner", nameof(HolderKind.Individual), true), (role.Id, role.Name.ZhCn, role.Name.En, role.Kind, role.BelongsToUnit));
        var term = Assert.Single(Assert.Single(offer.Kinds).Terms);
        Assert.Equal((3, "420.00", "360.00"), (term.Years, term.NewCharge, term.RenewCharge));
        Assert.Equal("Copy of the practice licence", offer.Material(Licence)?.Name.En);
    }

    // 5 January 2026 is a Monday; the Spring Festival takes Wednesday 18 February, National Day Wednesday 7 October.
    [Theory, Trait("rule", "D2")]
    [InlineData(2026, 1, 5, 420, 2026, 1, 7)]
    [InlineData(2026, 1, 6, 420, 2026, 1, 14)]
    [InlineData(2026, 1, 11, 420, 2026, 1, 14)]
    [InlineData(2026, 2, 9, 420, 2026, 2, 11)]
    [InlineData(2026, 2, 10, 420, 2026, 2, 25)]
    [InlineData(2026, 2, 16, 420, 2026, 2, 25)]
    [InlineData(2026, 10, 5, 380, 2026, 10, 14)]
    public async Task D2_Completed_until_monday_it_is_posted_that_wednesday_and_a_holiday_gives_way(
        int year, int month, int day, int yuan, int promisedYear, int promisedMonth, int promisedDay)
    {
        await using var registry = new Registry();
        registry.At(year, month, day, 23, 30);
        var certificate = await registry.ToBePaid(yuan == 420 ? 3 : 2);

        await registry.System.Transfer(yuan, Employer);

        Assert.Equal(new LocalDate(promisedYear, promisedMonth, promisedDay), (await registry.Issued(certificate)).Parcel?.By.Date);
    }

    // Half-open hours; Saturday 21 February is a holiday, 28 February a Saturday that is worked.
    [Theory, Trait("rule", "W1")]
    [InlineData(1, 10, 9, 29, "2026-01-10 09:30")]
    [InlineData(1, 10, 12, 0, "2026-01-10 13:30")]
    [InlineData(1, 10, 16, 0, "2026-01-17 09:30")]
    [InlineData(1, 14, 10, 0, "2026-01-17 09:30")]
    [InlineData(2, 21, 10, 0, "2026-02-28 09:30")]
    public async Task W1_Outside_its_saturday_hours_the_window_is_refused_with_its_next_opening(int month, int day, int hour, int minute, string nextOpening)
    {
        await using var registry = new Registry();
        var certificate = await registry.Applied(channel: nameof(Channel.Window));

        var refused = await registry.System.Hall.BookVisit(
            registry.NewId(), certificate, 1, Registry.Hall, new LocalDateTime(2026, month, day, hour, minute), TestSystem.Phone, Cancellation);

        RefusedWith("W1", "WindowClosed", refused);
        Assert.Equal(nextOpening, refused.Refusal!.Facts["nextOpening"]);
        Assert.Contains("登记大厅周六窗口", refused.Refusal.ZhCn, StringComparison.Ordinal);
        Assert.Contains("Saturday window of the registry hall", refused.Refusal.En, StringComparison.Ordinal);
        RefusedWith("W1", "WindowNotKnown", await registry.System.Hall.BookVisit(
            registry.NewId(), certificate, 1, "chengnan", new LocalDateTime(2026, 1, 10, 10, 0), TestSystem.Phone, Cancellation));
    }

    [Fact, Trait("rule", "W1")]
    public async Task W1_A_walk_in_is_taken_on_a_saturday_only()
    {
        await using var registry = new Registry();
        var form = await registry.Filled(channel: nameof(Channel.Window)) with { Window = Registry.Hall };

        RefusedWith("W1", "WindowClosed", await registry.Window.Apply(form, TestStaff.Clerk, Cancellation));
        registry.At(2026, 1, 10, 10);
        Value(await registry.Window.Apply(form, TestStaff.Clerk, Cancellation));
    }

    [Fact, Trait("rule", "A3")]
    public async Task A3_An_application_keeps_the_version_that_it_was_made_under_and_the_next_is_made_under_the_new_one()
    {
        await using var registry = new Registry();
        registry.At(2026, 5, 31, 23, 59);
        var old = await registry.Applied();
        registry.At(2026, 6, 1, 0, 0);

        RefusedWith("C2", "TermNotOffered", await registry.System.Hall.Apply(await registry.Filled(), Cancellation));
        registry.At(2026, 6, 3);
        await registry.Approve(old, 1);
        await registry.Upload(old, 1, Form, Licence);
        await registry.Complete(old, 1);
        await registry.System.Transfer(420, Employer);
        var under1 = await registry.Issued(old);
        var young = await registry.ToBePaid(termYears: 2);
        await registry.System.Transfer(380, Employer);
        var under2 = await registry.Issued(young);

        Assert.Equal((new LocalDate(2029, 6, 3), SealFormat.GmT0031V2014), (under1.NotAfter, under1.Seals.Single().Format));
        Assert.Equal((new LocalDate(2028, 6, 3), SealFormat.GbT38540V2020), (under2.NotAfter, under2.Seals.Single().Format));
    }

    [Fact, Trait("rule", "A5")]
    public async Task A5_What_the_files_do_not_offer_is_refused_by_the_platforms_name_in_both_languages()
    {
        await using var registry = new Registry();
        var form = await registry.Filled();
        var hall = registry.System.Hall;

        Named("A5", "RoleNotOffered", await hall.Apply(form with { Role = "supplier", CommandId = registry.NewId() }, Cancellation));
        Named("A5", "UnitOfHolderMissing", await hall.Apply(form with { HolderName = null, CreditCode = null, CommandId = registry.NewId() }, Cancellation));
        Named("S1", "OneSealComesWithTheCertificate", await hall.Apply(form with { SealPictures = [], CommandId = registry.NewId() }, Cancellation));
        Named("A5", "ChannelNotOffered", await hall.Apply(form with { Channel = nameof(Channel.Mail), CommandId = registry.NewId() }, Cancellation));
        RefusedWith("D1", "PostalAddressMissing", await hall.Apply(form with { PostalAddress = null, CommandId = registry.NewId() }, Cancellation));

        var certificate = await registry.ToBePaid();
        await registry.System.Transfer(420, Employer);
        Named("A5", "OperationNotOffered", await registry.System.Operate(certificate, nameof(Operation.EContractEnable)));
        Named("A5", "ChannelNotOffered", await registry.System.Operate(certificate, nameof(Operation.Change), change: f => f with { PersonName = "李语彤" }));
        RefusedWith("A5", "TakenByStaffOnly", await registry.System.Operate(
            certificate, nameof(Operation.Unlock), change: f => f with { CommandId = registry.NewId(), Channel = nameof(Channel.Window) }));
    }

    [Fact, Trait("rule", "A5")]
    public async Task A5_Before_its_first_day_the_platform_is_not_served()
    {
        await using var registry = new Registry();
        // That day the authority of all the other tests is not valid yet: it holds a ceremony of its own.
        Directory.Delete(Path.Combine(registry.System.Folder, "demo-ca"), recursive: true);
        registry.At(2025, 12, 31, 23, 59);

        RefusedWith("A5", "PlatformNotServed", await registry.System.Hall.Apply(await registry.Filled(), Cancellation));
    }

    private static void Named(string rule, string code, Outcome<ApplicationReceipt> outcome)
    {
        RefusedWith(rule, code, outcome);
        Assert.Contains("执业人员登记平台", outcome.Refusal!.ZhCn, StringComparison.Ordinal);
        Assert.Contains("Registry of practitioners", outcome.Refusal.En, StringComparison.Ordinal);
    }
}
