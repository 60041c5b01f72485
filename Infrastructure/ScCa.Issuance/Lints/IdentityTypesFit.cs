using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>What readers of trading platforms look for, in the string type that they read.</summary>
internal sealed class IdentityTypesFit : ILint
{
    public LintRule Rule { get; } = new(
        nameof(IdentityTypesFit), "GM/T 0015; GB/T 20518", new LocalDate(2012, 11, 22), LintedUses.All,
        "GM/T 0015 身份标识扩展必须是非空的 PrintableString（护照号为 UTF8String）。请检查证书模板。",
        "An identity extension of GM/T 0015 is a PrintableString (a passport's number a UTF8String) that is not empty. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var extension in certificate.Extensions)
        {
            if (extension.Oid.Span.StartsWith(OidOctets.GmIdentities) && !Fits(extension))
                return false;
        }

        return true;
    }

    private static bool Fits(in LintedExtension extension)
    {
        var value = new DerReader(extension.Value.Span);
        var content = value.Read(out var tag);
        value.End();
        // IdentityCode is a CHOICE of three, each tagged.
        if (extension.Is(OidOctets.IdentityCode))
            return tag is 0xA0 or 0xA1 or 0xA2 && !content.IsEmpty;
        return !content.IsEmpty && tag == (extension.Is(OidOctets.PassportNumber) ? DerTags.Utf8String : DerTags.PrintableString);
    }
}
