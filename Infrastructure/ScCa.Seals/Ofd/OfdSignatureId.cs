using System.Globalization;

namespace ScCa.Seals.Ofd;

/// <summary>Ids of signatures: "sNNN" as GB/T 33190 recommends; others write the bare number.</summary>
internal static class OfdSignatureId
{
    public static int? Number(string id)
    {
        var digits = id.StartsWith('s') ? id.AsSpan(1) : id;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static int Next(OfdDocument document)
    {
        var last = document.Signatures.Select(s => Number(s.Id) ?? 0).Append(document.MaxSignId).Max();
        return last < int.MaxValue ? last + 1 : throw new SealRefusedException(SealRefusal.OfdMalformed, document.SignaturesPath);
    }

    public static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number:000}");
}
