using ScCa.Application.BackOffice;
using ScCa.Application.Views;

namespace ScCa.Web.Pages.Staff;

/// <summary>A parcel of the queue, and for whom it is.</summary>
/// <param name="LabelNumber">The tracking number of its label, where the courier has made one.</param>
internal sealed record QueuedParcel(ParcelRow Row, string HolderName, ParcelRecipient? Recipient, bool IsOverdue, string? LabelNumber);
