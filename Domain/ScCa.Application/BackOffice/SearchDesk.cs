using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;

namespace ScCa.Application.BackOffice;

/// <summary>Finds certificates by one whole fact: a name, phone, ID number, credit code, serial or certificate id (A7).</summary>
public sealed class SearchDesk(StaffGate gate, SearchReader search, CertificateCardReader cards, PersonalData personal, TextCatalog texts)
{
    private const int TextMax = 200;

    public async Task<Outcome<IReadOnlyList<CertificateCard>>> Find(string? text, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(SearchDesk), nameof(Find), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (text?.Trim() is not { Length: > 0 and <= TextMax } sought)
            return RefusalText.From(RefuseInput.SearchTextMalformed(), texts);
        List<CertificateCard> found = [];
        foreach (var certificate in await Certificates(sought, cancellation).ConfigureAwait(false))
        {
            if (await cards.Find(certificate, cancellation).ConfigureAwait(false) is { } card)
                found.Add(card);
        }

        return Outcome.Of<IReadOnlyList<CertificateCard>>(found);
    }

    // A text may be several things at once; each that it can be is looked for.
    private async Task<IEnumerable<string>> Certificates(string sought, CancellationToken cancellation)
    {
        List<string> found = [sought];
        if (Phone.TryParse(sought, out var phone))
            found.AddRange(await search.Certificates(SearchView.ByPhone, personal.IndexOf(phone).Value, cancellation).ConfigureAwait(false));
        if (ResidentId.TryParse(sought) is { } idNumber)
            found.AddRange(await search.Certificates(SearchView.ByIdNumber, personal.IndexOfIdNumber(idNumber).Value, cancellation).ConfigureAwait(false));
        if (CreditCode.TryParse(sought) is { } code)
            found.AddRange(await search.Certificates(SearchView.ByCreditCode, code.Value, cancellation).ConfigureAwait(false));
        found.AddRange(await search.Certificates(SearchView.BySerial, sought.ToUpperInvariant(), cancellation).ConfigureAwait(false));
        found.AddRange(await search.Certificates(SearchView.ByName, personal.IndexOfName(sought).Value, cancellation).ConfigureAwait(false));
        return found.Distinct(StringComparer.Ordinal);
    }
}
