using ScCa.Application.Privacy;
using ScCa.Domain.Payments;

namespace ScCa.Application.Intake;

/// <summary>Makes a payer of an account's name: sealed under a key of this payment's own, and findable by its index (P1, A7).</summary>
public sealed class Payers(PersonalData personal)
{
    /// <exception cref="SubjectErasedException">The payer of this very payment has been erased.</exception>
    public async ValueTask<Payer> Of(BankReference reference, string accountName, CancellationToken cancellation)
    {
        var subject = personal.SubjectOfPayment(reference);
        var sealedName = await personal.Seal(subject, SealedField.PayerName, accountName, cancellation).ConfigureAwait(false);
        return new Payer(subject, sealedName, personal.IndexOfName(accountName));
    }

    /// <summary>Whether this is the payer's name, also where it can be read no more.</summary>
    public bool IsNamed(Payer payer, string accountName)
    {
        ArgumentNullException.ThrowIfNull(payer);
        return payer.NameIndex == personal.IndexOfName(accountName);
    }
}
