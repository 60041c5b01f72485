using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Tests.Staff;
using ScCa.Domain.People;
using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class PrivacyDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_person_is_found_by_phone_with_his_certificates_and_the_first_day_of_erasure()
    {
        await using var office = await Opened();
        var certificate = await office.System.Issued();

        var card = Value(await Desk(office).FindByPhone(" +86 138-1234-5678", Office.Admin1, Cancellation));

        Assert.Equal([certificate], card.Certificates);
        Assert.Equal(new LocalDate(2027, 1, 5), card.LastNotAfter);
        Assert.Equal(new LocalDate(2032, 1, 5), card.ErasureFrom);
        Assert.Equal((null, false, null), (card.LegalHold, card.IsStopped, card.ErasedAt));
        Assert.Equivalent(card, Value(await Desk(office).Find(card.Subject, Office.Admin1, Cancellation)));
        RefusedWith("A10", "SubjectUnknown", await Desk(office).FindByPhone("13900000000", Office.Admin1, Cancellation));
        RefusedWith("A10", "SubjectUnknown", await Desk(office).Find("s-nobody", Office.Admin1, Cancellation));
        RefusedWith("I1", "PhoneMalformed", await Desk(office).FindByPhone("1", Office.Admin1, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_second_certificate_that_ends_later_puts_the_day_off()
    {
        await using var office = await Opened();
        await office.System.Issued();
        var second = await office.System.Applied("apply-2", "成都第二招标有限公司", termYears: 2);
        await office.System.Approve(second, 1);
        await office.System.Transfer(500, "成都第二招标有限公司");

        var card = Value(await Desk(office).FindByPhone(TestSystem.Phone, Office.Admin1, Cancellation));

        Assert.Equal(2, card.Certificates.Length);
        Assert.Equal(new LocalDate(2028, 1, 5), card.LastNotAfter);
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Erasure_is_refused_until_the_day_and_destroys_the_key_and_the_materials_from_it_on()
    {
        await using var office = await Opened();
        var (system, desk) = (office.System, Desk(office));
        await system.Issued();
        var subject = Value(await desk.FindByPhone(TestSystem.Phone, Office.Admin1, Cancellation)).Subject;
        var digest = await system.Get<Materials>().Put(new SubjectId(subject), new byte[] { 1, 2 }, "image/png", Cancellation);
        system.Clock.Set(Instant.FromUtc(2032, 1, 4, 15, 59, 59));

        var refused = await desk.Erase("erase-1", subject, "保存期已满", Office.Admin1, Cancellation);
        RefusedWith("A10", "ErasureNotYetPermitted", refused);
        Assert.Equal("2032-01-05", refused.Refusal!.Facts["firstDate"]);
        await system.Work();
        Assert.NotNull(await system.Get<ISubjectKeys>().Find(subject, Cancellation));

        system.Clock.Set(Instant.FromUtc(2032, 1, 4, 16, 0, 0));
        Value(await desk.Erase("erase-2", subject, "保存期已满", Office.Admin1, Cancellation));
        await system.Work();

        Assert.Null(await system.Get<ISubjectKeys>().Find(subject, Cancellation));
        Assert.Null(await system.Get<Materials>().Open(new SubjectId(subject), digest, Cancellation));
        Assert.Equal(Instant.FromUtc(2032, 1, 4, 16, 0, 0), Value(await desk.Find(subject, Office.Admin1, Cancellation)).ErasedAt);
        // The same form sent again is answered as before; another one is refused.
        Value(await desk.Erase("erase-2", subject, "保存期已满", Office.Admin1, Cancellation));
        RefusedWith("A10", "SubjectAlreadyErased", await desk.Erase("erase-3", subject, "保存期已满", Office.Admin1, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_request_stops_processing_at_once_and_a_hold_keeps_what_is_old_enough()
    {
        await using var office = await Opened();
        var (desk, states) = (Desk(office), office.System.Get<SubjectStates>());
        await office.System.Applied();
        var subject = Value(await desk.FindByPhone(TestSystem.Phone, Office.Admin1, Cancellation)).Subject;
        Assert.Null(await states.WhyNotProcessed(new SubjectId(subject), Cancellation));

        Value(await desk.RequestErasure("request-1", subject, "本人书面申请", Office.Admin1, Cancellation));
        Assert.Equal("ProcessingStopped", (await states.WhyNotProcessed(new SubjectId(subject), Cancellation))?.Code);
        await office.System.Work();
        Value(await desk.PlaceLegalHold("hold-1", subject, "法院调查令 12", Office.Admin1, Cancellation));
        await office.System.Work();
        RefusedWith("A10", "SubjectUnderLegalHold", await desk.Erase("erase-1", subject, "本人申请", Office.Admin1, Cancellation));
        Assert.Equal("法院调查令 12", Value(await desk.Find(subject, Office.Admin1, Cancellation)).LegalHold);

        Value(await desk.LiftLegalHold("lift-1", subject, "案件已结", Office.Admin1, Cancellation));
        await office.System.Work();
        Value(await desk.Erase("erase-2", subject, "本人申请", Office.Admin1, Cancellation));
        Assert.Equal("SubjectAlreadyErased", (await states.WhyNotProcessed(new SubjectId(subject), Cancellation))?.Code);
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Nothing_is_erased_on_records_that_are_behind()
    {
        await using var office = await Opened();
        var desk = Desk(office);
        await office.System.Applied();
        var subject = Value(await desk.FindByPhone(TestSystem.Phone, Office.Admin1, Cancellation)).Subject;
        // Written, and not worked through yet: it might be a certificate of this very person.
        Value(await office.Desk.Open("open-more", "more", "李四", Office.Admin1, Cancellation));

        RefusedWith("A10", "SubjectRecordsBehind", await desk.Erase("erase-1", subject, "本人申请", Office.Admin1, Cancellation));
        await office.System.Work();
        Value(await desk.Erase("erase-1", subject, "本人申请", Office.Admin1, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_member_of_staff_who_left_is_erased_like_anybody_else_and_his_account_keeps_its_id()
    {
        await using var office = await Opened();
        await office.Member("li", StaffRole.Finance);
        await office.System.Work();
        var subject = Application.Staff.StaffSetUp.SubjectOf(new StaffId("li")).Value;

        Value(await Desk(office).Erase("erase-1", subject, "离职", Office.Admin1, Cancellation));
        await office.System.Work();

        var row = Value(await office.Desk.Accounts(Office.Admin1, Cancellation)).Single(a => a.Account == "li");
        Assert.Equal("li", row.Name);
    }

    private static async Task<Office> Opened()
    {
        var office = await Office.Open();
        await office.Member(Reviewer, StaffRole.Reviewer);
        return office;
    }

    private static PrivacyDesk Desk(Office office) => office.System.Get<PrivacyDesk>();
}
