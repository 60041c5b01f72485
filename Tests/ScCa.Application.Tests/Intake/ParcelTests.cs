using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Gateways.Courier;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Intake;

/// <summary>Parcels from their label to the handler, as their courier tells of them.</summary>
public sealed class ParcelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "D1"), Trait("rule", "A4")]
    public async Task A_label_gives_the_number_the_first_scan_posts_it_and_the_handler_signs()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<CourierDesk>();

        var label = Value(await desk.Label("label-1", certificate, 1, Dispatcher, Cancellation));
        Assert.Equal(label.TrackingNumber, Value(await desk.Label("label-2", certificate, 1, Dispatcher, Cancellation)).TrackingNumber);
        await system.Work();
        Assert.Equal(new ShownParcel(label.TrackingNumber, ShownParcel.Labelled), (await Row(system)).Parcel);
        Assert.DoesNotContain(await system.Demo.Outbox(Cancellation), m => m.Text.Contains(label.TrackingNumber, StringComparison.Ordinal));

        await Told(system, label.TrackingNumber, TrackingCode.Accepted);
        Assert.Equal(new ShownParcel(label.TrackingNumber, nameof(ParcelStanding.OnItsWay)), (await Row(system)).Parcel);
        Assert.Empty(Value(await system.Get<DispatchDesk>().Queue(Dispatcher, Cancellation)));
        await Told(system, label.TrackingNumber, TrackingCode.Delivered, ParcelSigner.Recipient);

        Assert.Equal(["ParcelLabelled", "KeyPosted", "ParcelDelivered"], await ParcelEvents(system, certificate));
        Assert.Equal(new ShownParcel(label.TrackingNumber, nameof(ParcelStanding.SignedByHandler)), (await system.Get<CertificateCardReader>().Find(certificate, Cancellation))!.Parcel);
        var told = (await system.Demo.Outbox(Cancellation)).Where(m => m.Text.Contains(label.TrackingNumber, StringComparison.Ordinal)).Select(m => m.Text).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains("已寄出", told[1], StringComparison.Ordinal);
        Assert.Contains("本人签收", told[0], StringComparison.Ordinal);
        Assert.Empty(Value(await desk.Returned(Dispatcher, Cancellation)));
    }

    [Fact, Trait("rule", "D1")]
    public async Task What_came_back_waits_at_the_desk_is_labelled_and_sent_again_and_the_old_number_counts_no_more()
    {
        await using var system = Create();
        var certificate = await Posted(system, "SF-1000001");
        var desk = system.Get<CourierDesk>();
        RefusedWith("D1", "NothingToPost", await desk.Label("label-0", certificate, 1, Dispatcher, Cancellation));
        RefusedWith("D1", "NothingToPost", await system.Get<DispatchDesk>().Recipient(certificate, Dispatcher, Cancellation));
        await Told(system, "SF-1000001", TrackingCode.Returned);

        var row = Assert.Single(Value(await desk.Returned(Dispatcher, Cancellation)));
        Assert.Equal((certificate, 1, "SF-1000001", ParcelStanding.Returned), (row.Certificate, row.Application, row.TrackingNumber, row.Standing));
        Assert.Equal(PostalAddress, Value(await system.Get<DispatchDesk>().Recipient(certificate, Dispatcher, Cancellation)).PostalAddress);
        var label = Value(await desk.Label("label-1", certificate, 1, Dispatcher, Cancellation));
        Value(await desk.Resend("resend-1", certificate, 1, label.TrackingNumber, Dispatcher, Cancellation));
        Value(await desk.Resend("resend-1", certificate, 1, label.TrackingNumber, Dispatcher, Cancellation));
        await system.Work();
        Assert.Empty(Value(await desk.Returned(Dispatcher, Cancellation)));

        system.Clock.Advance(Duration.FromMinutes(5));
        await Told(system, "SF-1000001", TrackingCode.Delivered, ParcelSigner.Other);
        Assert.Equal(ParcelStanding.OnItsWay, Assert.Single(((IssuedCertificate)await system.State(certificate)).Sent).Standing);
        await Told(system, label.TrackingNumber, TrackingCode.Delivered, ParcelSigner.Recipient);

        Assert.Equal(["KeyPosted", "ParcelReturned", "ParcelResent", "ParcelDelivered"], await ParcelEvents(system, certificate));
    }

    [Fact, Trait("rule", "D1")]
    public async Task Signed_for_by_another_or_returned_it_is_handed_over_and_the_desk_is_empty()
    {
        await using var system = Create();
        var certificate = await Posted(system, "SF-1000001");
        var desk = system.Get<CourierDesk>();
        await Told(system, "SF-1000001", TrackingCode.Delivered, ParcelSigner.Other);

        Assert.Equal(ParcelStanding.SignedByAnother, Assert.Single(Value(await desk.Returned(Dispatcher, Cancellation))).Standing);
        Assert.Contains(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("由他人签收", StringComparison.Ordinal));
        RefusedWith("D1", "NoParcelCameBack", await desk.Resend("resend", certificate, 1, "SF-1000002", Dispatcher, Cancellation));
        Value(await desk.HandOver("hand-over", certificate, 1, Dispatcher, Cancellation));
        await system.Work();

        Assert.Empty(Value(await desk.Returned(Dispatcher, Cancellation)));
        Assert.Equal(ShownParcel.HandedOver, (await Row(system)).Parcel!.Standing);
    }

    /// <summary>Every order and every doubling of three notices comes to the same.</summary>
    [Theory, Trait("rule", "D1")]
    [InlineData("accepted transit delivered")]
    [InlineData("delivered transit accepted")]
    [InlineData("delivered delivered accepted transit delivered")]
    [InlineData("transit delivered accepted accepted transit")]
    public async Task In_whatever_order_and_however_often_it_is_told_it_comes_to_the_same(string order)
    {
        await using var system = Create();
        var certificate = await Posted(system, "SF-1000001");
        var start = system.Clock.GetCurrentInstant();
        system.Clock.Advance(Duration.FromDays(3));
        foreach (var what in order.Split(' '))
            await Pushed(system, Told("SF-1000001", what, start));

        Assert.Equal(["KeyPosted", "ParcelDelivered"], await ParcelEvents(system, certificate));
        var delivered = (await system.Get<ScCa.Application.Execution.CommandExecutor>().Events<Certificate>(certificate, Cancellation))
            .Select(e => e.Body).OfType<ParcelDelivered>().Single();
        Assert.Equal(start + Duration.FromHours(48), delivered.At);
    }

    [Fact, Trait("rule", "D1")]
    public async Task Told_before_anybody_typed_its_number_in_it_is_known_as_soon_as_somebody_does()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await Told(system, "SF-1000001", TrackingCode.Accepted);
        await Told(system, "SF-1000001", TrackingCode.Delivered, ParcelSigner.Recipient);
        Assert.Empty(await ParcelEvents(system, certificate));

        Value(await system.Get<DispatchDesk>().Post("post", certificate, "SF-1000001", Dispatcher, Cancellation));
        await system.Work();

        Assert.Equal(["KeyPosted", "ParcelDelivered"], await ParcelEvents(system, certificate));
    }

    [Fact, Trait("rule", "D1")]
    public async Task A_file_of_the_courier_does_what_his_pushes_do()
    {
        await using var system = Create();
        var certificate = await Posted(system, "SF-1000001");
        system.Clock.Advance(Duration.FromDays(2));
        var bytes = Encoding.UTF8.GetBytes(
            "trackingNumber,event,time,signer\nSF-1000001,returned,2026-01-06T10:00:00+08:00,\nSF-9999999,delivered,2026-01-06T10:00:00+08:00,recipient\nnonsense\n");
        var path = Path.Combine(system.Folder, "stand-ins", "courier", TrackingFolder.InboxName);
        Directory.CreateDirectory(path);
        await File.WriteAllBytesAsync(Path.Combine(path, "1.csv"), bytes, Cancellation);

        await system.Work();
        await system.Work();

        Assert.Equal(["KeyPosted", "ParcelReturned"], await ParcelEvents(system, certificate));
    }

    [Fact, Trait("rule", "D1")]
    public async Task A_forged_a_replayed_and_a_far_sighted_push_change_nothing()
    {
        await using var system = Create();
        var certificate = await Posted(system, "SF-1000001");
        var courier = system.Get<LocalCourier>();
        var intake = system.Get<ParcelIntake>();
        var (headers, body) = courier.Tell("SF-1000001", TrackingCode.Returned);

        Assert.Equal(CallbackFault.SignatureWrong, await intake.Push(headers with { Signature = new string('0', 64) }, body, Cancellation));
        Assert.Equal(CallbackFault.SignatureWrong, await intake.Push(headers, Encoding.UTF8.GetBytes("{\"events\":[]}"), Cancellation));
        Assert.Equal(CallbackFault.HeaderMissing, await intake.Push(headers with { Nonce = null }, body, Cancellation));
        await system.Get<ITrackingEvents>().Take(
            new TrackingReport([new ToldTracking(1, new TrackingEvent("SF-1000001", TrackingCode.Delivered, Instant.FromUtc(2099, 1, 1, 0, 0), ParcelSigner.Recipient))], []),
            Cancellation);
        await system.Work();
        Assert.Equal(["KeyPosted"], await ParcelEvents(system, certificate));

        Assert.Null(await intake.Push(headers, body, Cancellation));
        Assert.Equal(CallbackFault.Replayed, await intake.Push(headers, body, Cancellation));
        await system.Work();
        Assert.Equal(["KeyPosted", "ParcelReturned"], await ParcelEvents(system, certificate));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "C8")]
    public async Task A_revoked_certificate_is_told_nothing_more_and_leaves_the_desk()
    {
        await using var system = Create();
        var certificate = await Posted(system, "SF-1000001");
        await Told(system, "SF-1000001", TrackingCode.Returned);
        var revocation = system.Get<RevocationDesk>();
        Value(await revocation.Order("order", certificate, "KeyCompromise", "遗失", TestStaff.Operator, Cancellation));
        Value(await revocation.Confirm("confirm", certificate, TestStaff.Senior, Cancellation));
        await system.Work();
        system.Clock.Advance(Duration.FromMinutes(5));
        await Told(system, "SF-1000001", TrackingCode.Delivered, ParcelSigner.Recipient);

        Assert.Empty(Value(await system.Get<CourierDesk>().Returned(Dispatcher, Cancellation)));
        Assert.Equal(["KeyPosted", "ParcelReturned"], await ParcelEvents(system, certificate));
        RefusedWith("D1", "NothingToPost", await system.Get<CourierDesk>().Label("label", certificate, 1, Dispatcher, Cancellation));
    }

    [Fact, Trait("rule", "I24")]
    public async Task Without_a_courier_or_where_he_refuses_no_label_is_made()
    {
        await using var alone = Create(afterwards: services => services.RemoveAll<ICourier>());
        var certificate = await alone.Issued();
        RefusedWith("I24", "LabelNotPossible", await alone.Get<CourierDesk>().Label("label", certificate, 1, Dispatcher, Cancellation));

        await using var silent = Create(services => services.AddSingleton<ICourier, NobodyAnswers>());
        certificate = await silent.Issued();
        RefusedWith("I24", "LabelNotPossible", await silent.Get<CourierDesk>().Label("label", certificate, 1, Dispatcher, Cancellation));
        Assert.Empty(await ParcelEvents(silent, certificate));
    }

    private static async Task<string> Posted(TestSystem system, string trackingNumber)
    {
        var certificate = await system.Issued();
        Value(await system.Get<DispatchDesk>().Post("post", certificate, trackingNumber, Dispatcher, Cancellation));
        await system.Work();
        return certificate;
    }

    private static async Task Told(TestSystem system, string trackingNumber, TrackingCode code, ParcelSigner? signer = null)
    {
        var (headers, body) = system.Get<LocalCourier>().Tell(trackingNumber, code, signer);
        Assert.Null(await system.Get<ParcelIntake>().Push(headers, body, Cancellation));
        system.Clock.Advance(Duration.FromMinutes(1));
        await system.Work();
    }

    private static async Task Pushed(TestSystem system, TrackingEvent told)
    {
        await system.Get<ITrackingEvents>().Take(new TrackingReport([new ToldTracking(1, told)], []), Cancellation);
        await system.Work();
    }

    private static TrackingEvent Told(string number, string what, Instant start) => what switch
    {
        "accepted" => new TrackingEvent(number, TrackingCode.Accepted, start + Duration.FromHours(1), null),
        "transit" => new TrackingEvent(number, TrackingCode.InTransit, start + Duration.FromHours(24), null),
        _ => new TrackingEvent(number, TrackingCode.Delivered, start + Duration.FromHours(48), ParcelSigner.Recipient),
    };

    private static async Task<ProgressRow> Row(TestSystem system) => Assert.Single(await system.Hall.Progress(Phone, Cancellation));

    private static async Task<string[]> ParcelEvents(TestSystem system, string certificate) =>
        [.. (await system.EventNames(certificate)).Where(n => n.StartsWith("Parcel", StringComparison.Ordinal) && n != nameof(ParcelPromised) || n == nameof(KeyPosted))];

    private sealed class NobodyAnswers : ICourier
    {
        public Task<GatewayResult<CourierLabel>> CreateLabel(CourierOrder order, CancellationToken cancellation) => throw new HttpRequestException("no answer");

        public CallbackOutcome<TrackingReport> ReadPush(CallbackHeaders headers, ReadOnlySpan<byte> body) => new(null, CallbackFault.KeyUnknown);
    }
}
