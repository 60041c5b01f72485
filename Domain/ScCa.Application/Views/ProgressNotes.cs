using NodaTime.Text;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Seals;

namespace ScCa.Application.Views;

/// <summary>What a step of the progress has to say for itself.</summary>
internal static class ProgressNotes
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static string? Of(ApplicationEvent happened) => happened switch
    {
        ApplicationApproved e => e.AmountDue.Value,
        ApplicationReturned e => e.Reason,
        ApplicationRejected e => e.Reason,
        MaterialReturned e => e.Reason,
        TransferCounted e => e.Amount.Value,
        ApplicationPaid e => e.Charge.Value,
        VisitBooked e => Minute.Format(e.Visit),
        ParcelPromised e => SortKeys.Of(e.By.Date),
        GenerationIssued e => e.Serial.Value,
        GenerationRevoked e => e.Serial.Value,
        UpdateGranted e => SortKeys.Of(e.NotAfter),
        SealMade e => SortKeys.Of(e.NotAfter),
        KeyPosted e => e.TrackingNumber,
        ApplicationOvertaken e => SortKeys.Of(e.NotAfter),
        ParcelLabelled e => e.TrackingNumber,
        ParcelDelivered e => e.TrackingNumber,
        ParcelReturned e => e.TrackingNumber,
        ParcelResent e => e.TrackingNumber,
        InvoicePromised e => SortKeys.Of(e.By.Date),
        InvoiceIssued e => e.Number,
        InvoiceReversed e => e.RedNumber,
        _ => null,
    };
}
