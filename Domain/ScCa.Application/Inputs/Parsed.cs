using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Staff;

namespace ScCa.Application.Inputs;

/// <summary>Turns what people typed into values of the domain, or says what is wrong with it; the first fault found is the one told.</summary>
internal sealed class Parsed
{
    private const int HolderNameMax = 64;
    private const int HandlerNameMax = 40;
    private const int PostalAddressMin = 5;
    private const int PostalAddressMax = 120;
    private const int StaffNameMax = 40;
    private const int PersonNameMax = 40;

    /// <summary>The first fault, if any; what was read is only good without one.</summary>
    public Refusal? Fault { get; private set; }

    public CommandId CommandId(string? text) => Read(text, t => new CommandId(t), RefuseInput.IdMalformed) ?? new CommandId("none");

    public CertificateId CertificateId(string? text) => Read(text, t => new CertificateId(t), RefuseInput.IdMalformed) ?? new CertificateId("none");

    public Phone? Phone(string? text)
    {
        if (Privacy.Phone.TryParse(text, out var phone))
            return phone;
        Fault ??= RefuseInput.PhoneMalformed();
        return null;
    }

    // RFC 5280 ub-organization-name: a certificate has room for 64 characters.
    public CertificateName? HolderName(string? text) => text?.Trim() is { Length: > 0 and <= HolderNameMax } name
        ? Read(name, Domain.Certificates.CertificateName.Parse, RefuseInput.HolderNameMalformed)
        : Faulty<CertificateName>(RefuseInput.HolderNameMalformed());

    public CreditCode? CreditCode(string? text) => text is not null && Domain.Certificates.CreditCode.TryParse(text) is { } code
        ? code
        : Faulty<CreditCode>(RefuseInput.CreditCodeMalformed());

    public string HandlerName(string? text) => text?.Trim() is { Length: > 0 and <= HandlerNameMax } name && !name.Any(char.IsControl)
        ? name
        : Faulty<string>(RefuseInput.HandlerNameMalformed()) ?? "";

    /// <summary>Null where nothing was entered: whether an address is needed is not a question of its form.</summary>
    public string? PostalAddress(string? text) => text?.Trim() switch
    {
        null or "" => null,
        { Length: >= PostalAddressMin and <= PostalAddressMax } address when !address.Any(char.IsControl) => address,
        _ => Faulty<string>(RefuseInput.PostalAddressMalformed()),
    };

    public string StaffName(string? text) => text?.Trim() is { Length: > 0 and <= StaffNameMax } name && !name.Any(char.IsControl)
        ? name
        : Faulty<string>(RefuseInput.StaffNameMalformed()) ?? "";

    public StaffId StaffId(string? text) => Read(text, t => new StaffId(t), RefuseInput.IdMalformed) ?? new StaffId("none");

    public SubjectId SubjectId(string? text) => Read(text, t => new SubjectId(t), RefuseInput.IdMalformed) ?? new SubjectId("none");

    public StaffRole StaffRole(string? text) => Named<StaffRole>(text, "role");

    // By name, not by number: a number would be taken for any value there is.
    public T Named<T>(string? text, string field) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString() == text)
                return value;
        }

        Fault ??= RefuseInput.ChoiceUnknown(field);
        return default;
    }

    public string? PersonName(string? text) => text?.Trim() is { Length: > 0 and <= PersonNameMax } name && !name.Any(char.IsControl)
        ? name
        : Faulty<string>(RefuseInput.PersonNameMalformed());

    public string? IdNumber(string? text) => ResidentId.TryParse(text) ?? Faulty<string>(RefuseInput.IdNumberMalformed());

    public void Refuse(Refusal fault) => Fault ??= fault;

    public string FreeText(string? text, string field, int charactersMax)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > charactersMax)
            Fault ??= RefuseInput.TextTooLong(field, charactersMax);
        return trimmed;
    }

    public T? Choice<T>(string? text, Func<string, T> read, string field) where T : class => Read(text, read, () => RefuseInput.ChoiceUnknown(field));

    public Term? Term(int years) => years is >= 1 and <= Domain.Platforms.Term.MaxYears
        ? Domain.Platforms.Term.OfYears(years)
        : Faulty<Term>(RefuseInput.ChoiceUnknown("term"));

    private T? Read<T>(string? text, Func<string, T> read, Func<Refusal> fault) where T : class
    {
        try
        {
            return read(text?.Trim() ?? "");
        }
        catch (FormatException)
        {
            return Faulty<T>(fault());
        }
    }

    private T? Faulty<T>(Refusal fault) where T : class
    {
        Fault ??= fault;
        return null;
    }
}
