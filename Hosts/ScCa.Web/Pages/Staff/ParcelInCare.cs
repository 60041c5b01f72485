using ScCa.Application.BackOffice;
using ScCa.Application.Views;

namespace ScCa.Web.Pages.Staff;

/// <summary>A parcel that did not reach its handler, and for whom it is.</summary>
/// <param name="Recipient">Open only for who sends it, and only where it may be sent again.</param>
internal sealed record ParcelInCare(ParcelInCareRow Row, string HolderName, ParcelRecipient? Recipient, bool CanBeSent);
