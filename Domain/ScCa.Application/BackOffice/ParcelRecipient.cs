namespace ScCa.Application.BackOffice;

/// <summary>Who signs for a parcel, and where; opened when it is read, and null where the person's data has been erased.</summary>
public sealed record ParcelRecipient(string? HandlerName, string? Phone, string? PostalAddress);
