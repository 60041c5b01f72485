using ScCa.Application.Hall;

namespace ScCa.Web.Forms;

/// <summary>What is typed to apply for a New, in the hall or at a window.</summary>
internal sealed class ApplyFields
{
    public string? CommandId { get; set; }

    public string? Role { get; set; }

    public string? Region { get; set; }

    public string? HolderName { get; set; }

    public string? CreditCode { get; set; }

    public string? PersonName { get; set; }

    public string? IdNumber { get; set; }

    public int TermYears { get; set; }

    public IReadOnlyList<IFormFile>? SealPictures { get; set; }

    public string? Channel { get; set; }

    public string? HandledBy { get; set; }

    public string? Window { get; set; }

    public string? HandlerName { get; set; }

    public string? Phone { get; set; }

    public string? PostalAddress { get; set; }

    public ApplyForm Form(string platform, string phone, IEnumerable<UploadedFile> pictures) =>
        new(CommandId ?? "", platform, Role ?? "", HolderName, CreditCode, TermYears, HandlerName ?? "", phone, PostalAddress)
        {
            PersonName = PersonName,
            IdNumber = IdNumber,
            Region = Region,
            Channel = Channel ?? "",
            HandledBy = HandledBy ?? "",
            Window = string.IsNullOrWhiteSpace(Window) ? null : Window,
            SealPictures = [.. pictures.Select(p => p.Digest)],
        };
}
