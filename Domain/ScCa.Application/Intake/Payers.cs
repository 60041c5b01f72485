using ScCa.Application.Privacy;
using ScCa.Domain.Payments;

namespace ScCa.Application.Intake;

/// <summary>Makes a payer of an account's name: sealed, and findable by its index (P1, A7).</summary>
public sealed class Payers(PersonalData personal)
{
    public async ValueTask<Payer> Of(string accountName, CancellationToken cancellation)
    {
        var subject = personal.SubjectOfPayer(accountName);
        var sealedName = await personal.Seal(subject, SealedField.PayerName, accountName, cancellation).ConfigureAwait(false);
        return new Payer(subject, sealedName, personal.IndexOfName(accountName));
    }
}
