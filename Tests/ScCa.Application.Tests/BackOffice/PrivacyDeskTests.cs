using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Tests.Staff;
using ScCa.Domain;
using ScCa.Domain.People;
using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class PrivacyDeskTests
{
    private const string Person = "李评标";
    private const string Number = "11010519491231002X";
    private const string OtherNumber = "510104197503041019";
    private const string OtherPhone = "13900000001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_person_is_found_by_phone_with_his_certificates_and_the_first_day_of_erasure()
    {
        await using var office = await Opened();
        var certificate = await office.System.Issued();

        var card = await Found(office, " +86 138-1234-5678");

        Assert.Equal([certificate], card.Certificates);
        Assert.Equal(new LocalDate(2027, 1, 5), card.LastNotAfter);
        Assert.Equal(new LocalDate(2032, 1, 5), card.ErasureFrom);
        Assert.Equal((null, false, null, null, null), (card.LegalHold, card.IsStopped, card.OpenCase, card.Order, card.ErasedAt));
        // A unit's handler: the unit's own payment is not his.
        Assert.Equal([new SubjectPart(card.Subject, "Phone", false)], card.Parts);
        Assert.Equivalent(card, await Found(office, card.Subject));
        RefusedWith("A10", "SubjectUnknown", await Desk(office).Find("13900000000", Office.Admin1, Cancellation));
        RefusedWith("A10", "SubjectUnknown", await Desk(office).Find("s-nobody", Office.Admin1, Cancellation));
        RefusedWith("A10", "SubjectUnknown", await Desk(office).Find(HandlerName, Office.Admin1, Cancellation));
        RefusedWith("I19", "SearchTextMalformed", await Desk(office).Find(" ", Office.Admin1, Cancellation));
        RefusedWith("I19", "SearchTextMalformed", await Desk(office).Find(new string('a', 201), Office.Admin1, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_An_expert_is_found_as_one_by_number_name_phone_or_payment_and_every_search_gives_the_same_card()
    {
        await using var office = await Opened();
        var certificate = await Certified(office, "apply-1", Person, Number, Person, TestSystem.Phone);

        var card = await Found(office, "11010519491231002x");

        Assert.Equal(["IdNumber", "Phone", "Payment"], card.Parts.Select(p => p.Kind));
        Assert.Equal([certificate], card.Certificates);
        Assert.Empty(card.Shared);
        foreach (var sought in new[] { Person, TestSystem.Phone, card.Parts[0].Subject, card.Parts[1].Subject, card.Parts[2].Subject })
            Assert.Equivalent(card, await Found(office, sought), strict: true);
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_People_who_share_a_name_are_two_also_where_one_handles_for_the_other_and_a_payment_is_whose_certificate_it_paid_for()
    {
        await using var office = await Opened();
        await Certified(office, "apply-1", Person, Number, Person, TestSystem.Phone);
        await Certified(office, "apply-2", Person, OtherNumber, Person, OtherPhone);

        var found = Value(await Desk(office).Find(Person, Office.Admin1, Cancellation));

        Assert.Equal(2, found.Count);
        Assert.All(found, card => Assert.Equal(["IdNumber", "Phone", "Payment"], card.Parts.Select(p => p.Kind)));
        Assert.Empty(found[0].Parts.Intersect(found[1].Parts));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_handler_is_not_whom_he_handles_for_and_a_phone_that_several_have_used_is_nobodys_alone()
    {
        await using var office = await Opened();
        await Certified(office, "apply-1", Person, Number, HandlerName, TestSystem.Phone);
        var alone = await Found(office, Number);
        Assert.Equal(["IdNumber", "Payment"], alone.Parts.Select(p => p.Kind));
        Assert.Empty(alone.Shared);

        // Under the same phone, the expert himself.
        office.System.Clock.Set(Instant.FromUtc(2026, 12, 1, 1, 0));
        Value(await office.System.Operate(CertificateOf("apply-1"), "Renew", change: form => form with { HandlerName = Person }));
        await office.System.Work();
        var shared = await Found(office, Number);

        Assert.Equal(["IdNumber", "Payment"], shared.Parts.Select(p => p.Kind));
        var phone = Assert.Single(shared.Shared);
        Assert.Equal([phone], (await Found(office, TestSystem.Phone)).Parts.Select(p => p.Subject));
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

        var card = await Found(office, TestSystem.Phone);

        Assert.Equal(2, card.Certificates.Length);
        Assert.Equal(new LocalDate(2028, 1, 5), card.LastNotAfter);
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Erasure_is_refused_until_the_day_and_destroys_every_key_and_the_materials_from_it_on()
    {
        await using var office = await Opened();
        var (system, desk) = (office.System, Desk(office));
        await Certified(office, "apply-1", Person, Number, Person, TestSystem.Phone);
        var card = await Found(office, Number);
        var digest = await system.Get<Materials>().Put(new SubjectId(card.Parts[1].Subject), new byte[] { 1, 2 }, "image/png", Cancellation);
        system.Clock.Set(Instant.FromUtc(2032, 1, 4, 15, 59, 59));

        var refused = await desk.OrderErasure("erase-1", card.Subject, "保存期已满", Office.Admin1, Cancellation);
        RefusedWith("A10", "ErasureNotYetPermitted", refused);
        Assert.Equal("2032-01-05", refused.Refusal!.Facts["firstDate"]);
        Assert.False((await Found(office, Number)).IsStopped);

        system.Clock.Set(Instant.FromUtc(2032, 1, 4, 16, 0, 0));
        Value(await desk.OrderErasure("erase-2", card.Subject, "保存期已满", Office.Admin1, Cancellation));
        await system.Work();
        Assert.Equal((true, new WaitingOrder(true, Office.Admin1, "保存期已满")), ((await Found(office, Number)).IsStopped, (await Found(office, Number)).Order));
        RefusedWith("A10", "AnotherMustConfirm", await desk.ConfirmErasure("confirm-1", card.Subject, Office.Admin1, Cancellation));
        // Under whichever subject the second person comes to it.
        Value(await desk.ConfirmErasure("confirm-2", card.Parts[1].Subject, Office.Admin2, Cancellation));
        await system.Work();

        foreach (var part in card.Parts)
            Assert.Null(await system.Get<ISubjectKeys>().Find(part.Subject, Cancellation));
        Assert.Null(await system.Get<Materials>().Open(new SubjectId(card.Parts[1].Subject), digest, Cancellation));
        Assert.Equal(Instant.FromUtc(2032, 1, 4, 16, 0, 0), (await Found(office, card.Subject)).ErasedAt);
        // The same form sent again is answered as before; another one is refused.
        Value(await desk.ConfirmErasure("confirm-2", card.Subject, Office.Admin2, Cancellation));
        RefusedWith("A10", "SubjectAlreadyErased", await desk.ConfirmErasure("confirm-3", card.Subject, Office.Admin2, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_request_stops_processing_under_every_subject_at_once_and_a_hold_on_one_keeps_all_until_two_people_lift_it()
    {
        await using var office = await Opened();
        var (desk, states) = (Desk(office), office.System.Get<SubjectStates>());
        await Certified(office, "apply-1", Person, Number, Person, TestSystem.Phone);
        var card = await Found(office, Number);
        var phone = card.Parts[1].Subject;
        Value(await desk.PlaceLegalHold("hold-1", phone, "法院调查令 12", Office.Admin1, Cancellation));
        await office.System.Work();

        Value(await desk.RequestErasure("request-1", card.Subject, "本人书面申请", Office.Admin1, Cancellation));
        foreach (var part in card.Parts)
            Assert.Equal("ProcessingStopped", (await states.WhyNotProcessed(new SubjectId(part.Subject), Cancellation))?.Code);
        await office.System.Work();
        RefusedWith("A10", "ErasureAlreadyRequested", await desk.RequestErasure("request-2", phone, "本人书面申请", Office.Admin1, Cancellation));
        office.System.Clock.Set(Instant.FromUtc(2032, 1, 5, 1, 0));
        RefusedWith("A10", "SubjectUnderLegalHold", await desk.OrderErasure("erase-1", card.Subject, "本人申请", Office.Admin1, Cancellation));
        RefusedWith("A10", "LegalHoldAlreadyPlaced", await desk.PlaceLegalHold("hold-2", card.Subject, "又一份", Office.Admin1, Cancellation));
        Assert.Equal("法院调查令 12", (await Found(office, Number)).LegalHold);

        RefusedWith("A10", "HoldLiftNotOrdered", await desk.LiftLegalHold("lift-0", card.Subject, Office.Admin2, Cancellation));
        Value(await desk.OrderHoldLift("lift-1", card.Subject, "案件已结", Office.Admin1, Cancellation));
        await office.System.Work();
        RefusedWith("A10", "AnotherMustConfirm", await desk.LiftLegalHold("lift-2", card.Subject, Office.Admin1, Cancellation));
        Value(await desk.LiftLegalHold("lift-3", card.Subject, Office.Admin2, Cancellation));
        await office.System.Work();
        Assert.Equal((null, true), ((await Found(office, Number)).LegalHold, (await Found(office, Number)).IsStopped));
        Value(await desk.OrderErasure("erase-2", card.Subject, "本人申请", Office.Admin2, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Somebody_with_an_open_application_and_no_generation_is_not_erased_before_it_ends()
    {
        await using var office = await Opened();
        var desk = Desk(office);
        var certificate = await office.System.Applied();
        var card = await Found(office, TestSystem.Phone);
        Assert.Equal(($"{certificate}/1", null), (card.OpenCase, card.ErasureFrom));

        var refused = await desk.OrderErasure("erase-1", card.Subject, "本人申请", Office.Admin1, Cancellation);
        RefusedWith("A10", "ErasureWaitsForOpenCase", refused);
        Assert.Equal($"{certificate}/1", refused.Refusal!.Facts["openCase"]);
        Assert.Contains(certificate, refused.Refusal.ZhCn, StringComparison.Ordinal);
        Assert.Contains(certificate, refused.Refusal.En, StringComparison.Ordinal);

        Value(await office.System.Review.Reject("reject-1", certificate, 1, Reviewer, "材料不实", Cancellation));
        await office.System.Work();
        Value(await desk.OrderErasure("erase-2", card.Subject, "本人申请", Office.Admin1, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Money_that_has_not_come_to_rest_keeps_its_payer_and_names_the_payment()
    {
        await using var office = await Opened();
        var desk = Desk(office);
        await office.System.Transfer(77, Person);
        var card = await Found(office, Person);
        Assert.Equal(["Payment"], card.Parts.Select(p => p.Kind));

        var refused = await desk.OrderErasure("erase-1", card.Subject, "本人申请", Office.Admin1, Cancellation);

        RefusedWith("A10", "ErasureWaitsForOpenCase", refused);
        Assert.StartsWith("LOCAL-BANK-", refused.Refusal!.Facts["openCase"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_What_came_to_a_person_between_the_two_people_makes_the_order_outdated_and_it_is_dropped_and_given_anew()
    {
        await using var office = await Opened();
        var (system, desk) = (office.System, Desk(office));
        await Certified(office, "apply-1", Person, Number, Person, TestSystem.Phone);
        system.Clock.Set(Instant.FromUtc(2032, 1, 5, 1, 0));
        var card = await Found(office, Number);
        Value(await desk.OrderErasure("erase-1", card.Subject, "保存期已满", Office.Admin1, Cancellation));
        await system.Work();
        RefusedWith("A10", "ErasureAlreadyOrdered", await desk.OrderErasure("erase-2", card.Subject, "保存期已满", Office.Admin2, Cancellation));

        // The clerk enters a new phone of the same person.
        Value(await system.Get<WindowDesk>().ChangeHandler("phone-1", CertificateOf("apply-1"), Person, OtherPhone, "clerk", Cancellation));
        await system.Work();
        RefusedWith("A10", "ErasureOrderOutdated", await desk.ConfirmErasure("confirm-1", card.Subject, Office.Admin2, Cancellation));
        Value(await desk.DropOrder("drop-1", card.Subject, "又有一部手机", Office.Admin2, Cancellation));
        await system.Work();
        RefusedWith("A10", "ErasureNotOrdered", await desk.ConfirmErasure("confirm-2", card.Subject, Office.Admin2, Cancellation));
        Value(await desk.OrderErasure("erase-3", card.Subject, "保存期已满", Office.Admin2, Cancellation));
        await system.Work();
        Value(await desk.ConfirmErasure("confirm-3", card.Subject, Office.Admin1, Cancellation));
        await system.Work();

        foreach (var part in card.Parts)
            Assert.Null(await system.Get<ISubjectKeys>().Find(part.Subject, Cancellation));
        Assert.Null(await system.Get<ISubjectKeys>().Find(PhoneSubject(system, OtherPhone), Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_hold_that_comes_between_the_confirmation_and_the_workers_round_keeps_what_it_is_on()
    {
        await using var office = await Opened();
        var (system, desk) = (office.System, Desk(office));
        await Certified(office, "apply-1", Person, Number, Person, TestSystem.Phone);
        system.Clock.Set(Instant.FromUtc(2032, 1, 5, 1, 0));
        var card = await Found(office, Number);
        Value(await desk.OrderErasure("erase-1", card.Subject, "保存期已满", Office.Admin1, Cancellation));
        await system.Work();
        Value(await desk.ConfirmErasure("confirm-1", card.Subject, Office.Admin2, Cancellation));
        await system.Do(new PlaceLegalHold(new CommandId("hold-1"), new SubjectId(card.Parts[1].Subject), new StaffId(Office.Admin1), "法院调查令", system.Clock.GetCurrentInstant()));

        await system.Work();

        Assert.Null(await system.Get<ISubjectKeys>().Find(card.Parts[0].Subject, Cancellation));
        Assert.NotNull(await system.Get<ISubjectKeys>().Find(card.Parts[1].Subject, Cancellation));
        var left = await Found(office, TestSystem.Phone);
        Assert.Equal((card.Parts[1].Subject, "法院调查令"), (left.Subject, left.LegalHold));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Nothing_is_erased_on_records_that_are_behind()
    {
        await using var office = await Opened();
        var desk = Desk(office);
        await office.System.Applied();
        var subject = (await Found(office, TestSystem.Phone)).Subject;
        // Written, and not worked through yet: it might be a certificate of this very person.
        Value(await office.Desk.Open("open-more", "more", "李四", Office.Admin1, Cancellation));

        RefusedWith("A10", "SubjectRecordsBehind", await desk.RequestErasure("erase-1", subject, "本人申请", Office.Admin1, Cancellation));
        await office.System.Work();
        Value(await desk.RequestErasure("erase-1", subject, "本人申请", Office.Admin1, Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_member_of_staff_who_left_is_erased_like_anybody_else_and_his_account_keeps_its_id()
    {
        await using var office = await Opened();
        await office.Member("li", StaffRole.Finance);
        await office.System.Work();
        var subject = Application.Staff.StaffSetUp.SubjectOf(new StaffId("li")).Value;

        Value(await Desk(office).OrderErasure("erase-1", subject, "离职", Office.Admin1, Cancellation));
        await office.System.Work();
        Value(await Desk(office).ConfirmErasure("erase-2", subject, Office.Admin2, Cancellation));
        await office.System.Work();

        var row = Value(await office.Desk.Accounts(Office.Admin1, Cancellation)).Single(a => a.Account == "li");
        Assert.Equal("li", row.Name);
    }

    private static async Task<Office> Opened()
    {
        var office = await Office.Open();
        await office.Member(Reviewer, StaffRole.Reviewer);
        await office.Member("clerk", StaffRole.WindowClerk);
        return office;
    }

    /// <summary>An expert's certificate, paid by himself and valid until 5 January 2027.</summary>
    private static async Task<string> Certified(Office office, string commandId, string name, string number, string handler, string phone)
    {
        var form = TestSystem.Application(commandId, phone: phone) with
        {
            Role = "expert", HolderName = null, CreditCode = null, PersonName = name, IdNumber = number, HandlerName = handler,
        };
        var certificate = Value(await office.System.Hall.Apply(form, Cancellation)).Certificate;
        await office.System.Work();
        await office.System.Approve(certificate, 1);
        await office.System.Transfer(100, name);
        return certificate;
    }

    private static async Task<SubjectCard> Found(Office office, string sought) => Assert.Single(Value(await Desk(office).Find(sought, Office.Admin1, Cancellation)));

    private static string PhoneSubject(TestSystem system, string digits) =>
        Application.Privacy.Phone.TryParse(digits, out var phone) ? system.Get<PersonalData>().SubjectOf(phone).Value : throw new ArgumentException("No phone.", nameof(digits));

    private static PrivacyDesk Desk(Office office) => office.System.Get<PrivacyDesk>();
}
