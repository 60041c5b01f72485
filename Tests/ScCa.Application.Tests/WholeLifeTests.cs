using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Sweeps;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests;

public sealed class WholeLifeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A3")]
    public async Task A_new_certificate_goes_from_application_to_issue_and_stands_done_under_its_phone()
    {
        await using var system = Create();

        var certificate = await system.Issued();

        Assert.Equal(
            [
                nameof(CertificateAppliedFor), "ApplicationApproved", "MaterialProvided", "MaterialsCompleted", "TransferCounted", "ApplicationPaid", "IdentityVerified",
                "ParcelPromised", nameof(IssuanceIntended), nameof(EncryptionIntended), nameof(EncryptionIssued), nameof(GenerationIssued), "InvoicePromised",
            ],
            await system.EventNames(certificate));
        var row = Assert.Single(await system.Hall.Progress(Phone, Cancellation));
        Assert.Equal((Standing.Done, "300.00", new LocalDate(2027, 1, 5)), (row.Standing, row.Charge, row.NotAfter));
        Assert.NotNull(await system.Demo.CertificateOnKey(certificate, Cancellation));
    }

    [Fact, Trait("rule", "C4")]
    public async Task A_renewal_on_day_sixty_is_granted_pulled_onto_the_key_and_adds_a_year_C3_C4_C5()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        system.Clock.Set(Instant.FromUtc(2026, 11, 5, 16, 0)); // 6 November in Shanghai: sixty days before 5 January 2027.

        Value(await system.Renew(certificate));
        await system.Work();
        await system.Approve(certificate, 2);
        await system.Transfer(200);
        Assert.Equal(new LocalDate(2028, 1, 5), ((IssuedCertificate)await system.State(certificate)).Grant?.NotAfter);
        Value(await system.Demo.PullRenewal(certificate, Cancellation));
        await system.Work();

        var renewed = Assert.IsType<IssuedCertificate>(await system.State(certificate));
        Assert.Equal((2, 2, new LocalDate(2028, 1, 5)), (renewed.Generations.Length, renewed.CurrentGeneration, renewed.NotAfter));
        Assert.Null(renewed.Grant);
        Assert.Equal([Standing.Done, Standing.Done], (await system.Hall.Progress(Phone, Cancellation)).Select(r => r.Standing));
    }

    [Fact, Trait("rule", "C3")]
    public async Task A_renewal_a_moment_before_day_sixty_is_refused_with_the_first_date()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        system.Clock.Set(Instant.FromUtc(2026, 11, 5, 15, 59, 59));

        var refused = await system.Renew(certificate);

        RefusedWith("C3", "RenewalNotYetOpen", refused);
        Assert.Equal("2026-11-06", refused.Refusal!.Facts["firstDate"]);
        Assert.Contains("2026-11-06", refused.Refusal.ZhCn, StringComparison.Ordinal);
        Assert.Contains("2026-11-06", refused.Refusal.NextEn, StringComparison.Ordinal);
    }

    [Fact, Trait("rule", "A6")]
    public async Task A_renewal_in_validity_without_the_present_key_is_refused()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        system.Clock.Set(Instant.FromUtc(2026, 12, 1, 1, 0));

        RefusedWith("A6", "PresentKeyNotProven", await system.Renew(certificate, withKey: false));
    }

    [Fact, Trait("rule", "C4")]
    public async Task An_expired_certificate_is_verified_by_the_transfer_and_counts_its_term_from_the_grant()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        system.Clock.Set(Instant.FromUtc(2027, 2, 1, 1, 0));

        Value(await system.Renew(certificate, withKey: false));
        await system.Work();
        await system.Approve(certificate, 2);
        system.Clock.Set(Instant.FromUtc(2027, 2, 10, 1, 0));
        await system.Transfer(200);
        Value(await system.Demo.PullRenewal(certificate, Cancellation));

        Assert.Equal(new LocalDate(2028, 2, 10), ((IssuedCertificate)await system.State(certificate)).NotAfter);
    }

    [Fact, Trait("rule", "C9")]
    public async Task The_sweep_notes_an_expiry_once_effective_at_not_after_however_late_and_often_it_runs()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var late = Instant.FromUtc(2027, 1, 10, 1, 0);
        system.Clock.Set(late);
        var sweep = system.Get<NightlySweep>();

        Assert.Equal(1, (await sweep.Run(late, Cancellation)).Expiries);
        Assert.Equal(0, (await sweep.Run(late, Cancellation)).Expiries);
        Assert.Equal(0, (await sweep.Run(late + Duration.FromDays(30), Cancellation)).Expiries);

        var events = await system.Get<CommandExecutor>().Events<Certificate>(certificate, Cancellation);
        var expired = Assert.IsType<CertificateExpired>(events[^1].Body);
        Assert.Equal((Instant.FromUtc(2027, 1, 5, 15, 59, 59), late), (expired.At, events[^1].Stored.RecordedAt));
    }

    [Fact, Trait("rule", "C9")]
    public async Task The_sweep_leaves_the_last_valid_day_alone()
    {
        await using var system = Create();
        await system.Issued();

        Assert.Equal(0, (await system.Get<NightlySweep>().Run(Instant.FromUtc(2027, 1, 5, 15, 59, 59), Cancellation)).Expiries);
        Assert.Equal(1, (await system.Get<NightlySweep>().Run(Instant.FromUtc(2027, 1, 5, 16, 0), Cancellation)).Expiries);
    }

    [Fact, Trait("rule", "A1")]
    public async Task Another_phone_sees_nothing_and_is_told_to_change_phones()
    {
        await using var system = Create();
        var certificate = await system.Applied();

        Assert.Empty(await system.Hall.Progress("13900000000", Cancellation));
        RefusedWith("A1", "ApplicationUnderAnotherPhone", await system.Hall.Card(certificate, "13900000000", Cancellation));
        RefusedWith("A1", "ApplicationUnderAnotherPhone", await system.Hall.Withdraw("withdraw-1", certificate, 1, "13900000000", withRefund: false, Cancellation));
        Value(await system.Hall.Card(certificate, Phone, Cancellation));
    }

    [Fact, Trait("rule", "A3")]
    public async Task A_returned_application_is_resubmitted_and_joins_the_queue_again()
    {
        await using var system = Create();
        var certificate = await system.Applied();

        Value(await system.Review.Return("return-1", certificate, 1, Reviewer, "营业执照照片不清晰", Cancellation));
        await system.Work();
        Assert.Empty(Value(await system.Review.Queue(Reviewer, Cancellation)));
        Assert.Equal("营业执照照片不清晰", Assert.Single(await system.Hall.Progress(Phone, Cancellation)).Steps[^1].Note);
        Value(await system.Hall.Resubmit("resubmit-1", certificate, 1, Phone, Cancellation));
        await system.Work();

        Assert.Equal(2, Assert.Single(Value(await system.Review.Queue(Reviewer, Cancellation))).Submissions);
    }

    [Fact, Trait("rule", "D1")]
    public async Task The_promised_parcel_stands_in_the_dispatch_queue_until_it_is_posted()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<Application.BackOffice.DispatchDesk>();

        var parcel = Assert.Single(Value(await desk.Queue(Dispatcher, Cancellation)));
        Assert.Equal((new LocalDate(2026, 1, 7), true), (parcel.PostBy, parcel.IsIssued));
        var recipient = Value(await desk.Recipient(certificate, Dispatcher, Cancellation));
        Assert.Equal((HandlerName, Phone, PostalAddress), (recipient.HandlerName, recipient.Phone, recipient.PostalAddress));
        RefusedWith("F2", "NotPermitted", await desk.Recipient(certificate, Reviewer, Cancellation));
        RefusedWith("D1", "TrackingNumberMissing", await desk.Post("post-0", certificate, " ", Dispatcher, Cancellation));
        Value(await desk.Post("post-1", certificate, "SF1234567890", Dispatcher, Cancellation));
        await system.Work();

        Assert.Empty(Value(await desk.Queue(Dispatcher, Cancellation)));
        RefusedWith("D1", "NothingToPost", await desk.Recipient(certificate, Dispatcher, Cancellation));
    }

    [Fact, Trait("rule", "D1")]
    public async Task An_application_whose_key_is_posted_needs_an_address()
    {
        await using var system = Create();

        RefusedWith("D1", "PostalAddressMissing", await system.Hall.Apply(TestSystem.Application() with { PostalAddress = " " }, Cancellation));
        RefusedWith("I12", "PostalAddressMalformed", await system.Hall.Apply(TestSystem.Application() with { PostalAddress = "成都" }, Cancellation));
    }
}
