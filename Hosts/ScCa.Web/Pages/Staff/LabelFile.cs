using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Ports;

namespace ScCa.Web.Pages.Staff;

/// <summary>A courier's label as a file for the printer, named after its tracking number.</summary>
internal static class LabelFile
{
    public static FileContentResult Of(CourierLabel label)
    {
        var (type, ending) = label.Format switch
        {
            LabelFormat.Pdf => ("application/pdf", "pdf"),
            LabelFormat.Zpl => ("application/octet-stream", "zpl"),
            _ => throw new InvalidOperationException("A label of no known format."),
        };
        return new FileContentResult(label.Content.ToArray(), type) { FileDownloadName = $"{label.TrackingNumber}.{ending}" };
    }
}
