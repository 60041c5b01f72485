using ScCa.Application.Hall;

namespace ScCa.Web.Forms;

/// <summary>What is typed to have an operation done; each operation shows and reads its own.</summary>
internal sealed class OperationFields
{
    public string? CommandId { get; set; }

    public int TermYears { get; set; }

    public string? HolderName { get; set; }

    public string? CreditCode { get; set; }

    public string? PersonName { get; set; }

    public string? Loss { get; set; }

    public string? Wish { get; set; }

    public IReadOnlyList<IFormFile>? SealPictures { get; set; }

    public string? Channel { get; set; }

    public string? HandledBy { get; set; }

    public string? Window { get; set; }

    public string? HandlerName { get; set; }

    public OperationForm Form(string certificate, string operation, string phone, IEnumerable<UploadedFile> pictures) =>
        new(CommandId ?? "", certificate, operation, HandlerName ?? "", phone)
        {
            // The other operations have no term, and one year is in order everywhere.
            TermYears = operation == "Renew" ? TermYears : 1,
            HolderName = OrNull(HolderName),
            CreditCode = OrNull(CreditCode),
            PersonName = OrNull(PersonName),
            Loss = Loss,
            Wish = Wish,
            SealPictures = [.. pictures.Select(p => p.Digest)],
            Channel = Channel ?? "",
            HandledBy = HandledBy ?? "",
            Window = OrNull(Window),
        };

    // A field left empty is one that stays.
    private static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
