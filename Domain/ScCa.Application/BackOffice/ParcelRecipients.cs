using ScCa.Application.Privacy;
using ScCa.Application.Views;

namespace ScCa.Application.BackOffice;

/// <summary>Who signs for a parcel, and where; opened when it is read, and null where the person's data has been erased.</summary>
public sealed record ParcelRecipient(string? HandlerName, string? Phone, string? PostalAddress);

/// <summary>Opens what the dispatch clerk writes on a parcel, and only while that parcel waits (A7, D1).</summary>
public sealed class ParcelRecipients(DueIndexReader due, PersonalData personal)
{
    public async Task<ParcelRecipient?> Find(string certificate, CancellationToken cancellation)
    {
        if (await due.Recipient(certificate, cancellation).ConfigureAwait(false) is not { } row)
            return null;
        var subject = row.Handler.Subject;
        return new ParcelRecipient(
            await personal.Open(subject, SealedField.HandlerName, row.Handler.Name, cancellation).ConfigureAwait(false),
            await personal.Open(subject, SealedField.HandlerPhone, row.Handler.Phone, cancellation).ConfigureAwait(false),
            row.PostalAddress is { } address ? await personal.Open(subject, SealedField.PostalAddress, address, cancellation).ConfigureAwait(false) : null);
    }
}
