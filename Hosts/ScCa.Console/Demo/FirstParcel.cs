using ScCa.Application.Ports;
using ScCa.Application.Views;

namespace ScCa.Console.Demo;

/// <summary>The first key's parcel: labelled, taken, brought back, sent again and signed for, as its courier tells; and the invoice beside it.</summary>
internal sealed class FirstParcel(DemoStage stage)
{
    private const int Application = 1;

    private string first = "";
    private string second = "";

    public IEnumerable<Scene> Scenes() =>
    [
        new("label", "dispatcher", "2026-01-06 09:30", ["D1"], Label, CheckLabelled),
        new("post", "courier", "2026-01-06 10:00", ["D1", "A4"], Take, CheckPosted),
        new("invoice", "platform", "2026-01-06 15:00", ["D4", "A4"], Issue, CheckInvoiced),
        new("parcel-back", "courier", "2026-01-08 16:00", ["D1"], ComeBack, CheckBack),
        new("parcel-again", "dispatcher", "2026-01-09 10:00", ["D1"], SendAgain, CheckSentAgain),
        new("parcel-old-news", "courier", "2026-01-09 11:00", ["D1"], TellOldNews, CheckSentAgain),
        new("parcel-signed", "courier", "2026-01-12 15:00", ["D1"], Sign, CheckSigned),
    ];

    private async Task Label(Findings found, CancellationToken cancellation)
    {
        found.Expect("parcel waits", true, (await stage.Parcels(cancellation)).Any(row => row.Certificate == stage.Certificate && row.IsIssued));
        first = found.Accepted(await stage.Courier.Label("demo:label", stage.Certificate, Application, DemoCast.Dispatcher, cancellation))?.TrackingNumber ?? "";
        found.Note("tracking", first);
    }

    private Task CheckLabelled(Findings found, CancellationToken cancellation) => ExpectParcel(found, first, ShownParcel.Labelled, cancellation);

    private async Task Take(Findings found, CancellationToken cancellation) => await Tell(found, first, TrackingCode.Accepted, null, cancellation);

    private async Task CheckPosted(Findings found, CancellationToken cancellation)
    {
        found.Expect("parcel waits", false, (await stage.Parcels(cancellation)).Any(row => row.Certificate == stage.Certificate));
        found.ExpectFact("tracking", first, (await stage.Progress(Application, cancellation))?.Steps[^1].Note);
        found.Expect("told by SMS", true, (await stage.Desk.Outbox(cancellation))[0].Text.Contains(first, StringComparison.Ordinal));
        await ExpectParcel(found, first, "OnItsWay", cancellation);
    }

    private async Task Issue(Findings found, CancellationToken cancellation) =>
        found.Expect("callback heard", true, await stage.Desk.IssueInvoice(stage.Certificate, Application, cancellation));

    private async Task CheckInvoiced(Findings found, CancellationToken cancellation)
    {
        var number = (await stage.Progress(Application, cancellation))?.Invoice;
        found.Expect("invoice issued", true, number is { Length: 20 });
        found.Note("number", number ?? "?");
    }

    private async Task ComeBack(Findings found, CancellationToken cancellation) => await Tell(found, first, TrackingCode.Returned, null, cancellation);

    private async Task CheckBack(Findings found, CancellationToken cancellation)
    {
        var returned = found.Accepted(await stage.Courier.Returned(DemoCast.Dispatcher, cancellation));
        found.Expect("waits at the desk", first, returned?.FirstOrDefault(row => row.Certificate == stage.Certificate)?.TrackingNumber);
        await ExpectParcel(found, first, "Returned", cancellation);
    }

    private async Task SendAgain(Findings found, CancellationToken cancellation)
    {
        second = found.Accepted(await stage.Courier.Label("demo:label-again", stage.Certificate, Application, DemoCast.Dispatcher, cancellation))?.TrackingNumber ?? "";
        found.Expect("another number", true, second.Length > 0 && second != first);
        found.Accepted(await stage.Courier.Resend("demo:resend", stage.Certificate, Application, second, DemoCast.Dispatcher, cancellation));
        found.Note("tracking", second);
    }

    private async Task CheckSentAgain(Findings found, CancellationToken cancellation)
    {
        found.Expect("waiting at the desk", 0, found.Accepted(await stage.Courier.Returned(DemoCast.Dispatcher, cancellation))?.Count ?? -1);
        await ExpectParcel(found, second, "OnItsWay", cancellation);
    }

    // The courier tells once more, and late, of the parcel that is no more.
    private async Task TellOldNews(Findings found, CancellationToken cancellation) => await Tell(found, first, TrackingCode.Delivered, ParcelSigner.Other, cancellation);

    private async Task Sign(Findings found, CancellationToken cancellation) => await Tell(found, second, TrackingCode.Delivered, ParcelSigner.Recipient, cancellation);

    private Task CheckSigned(Findings found, CancellationToken cancellation) => ExpectParcel(found, second, "SignedByHandler", cancellation);

    private async Task Tell(Findings found, string trackingNumber, TrackingCode code, ParcelSigner? signer, CancellationToken cancellation)
    {
        found.Expect("push heard", true, await stage.Desk.TellOfParcel(trackingNumber, code, signer, cancellation));
        found.Note("tracking", trackingNumber);
    }

    private async Task ExpectParcel(Findings found, string trackingNumber, string standing, CancellationToken cancellation)
    {
        var card = found.Accepted(await stage.Hall.Card(stage.Certificate, DemoCast.Phone, cancellation));
        found.Expect("parcel on the card", new ShownParcel(trackingNumber, standing), card?.Parcel);
        found.Expect("parcel in progress", new ShownParcel(trackingNumber, standing), (await stage.Progress(Application, cancellation))?.Parcel);
    }
}
