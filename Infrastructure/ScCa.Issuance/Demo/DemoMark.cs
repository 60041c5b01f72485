using ScCa.Pki;
using ScCa.Pki.Names;

namespace ScCa.Issuance.Demo;

/// <summary>
/// The organisational unit that every demonstration authority carries in its name. It stands in the name and not in an extension, because the name travels
/// on, as the issuer, into every certificate that is issued, and any viewer shows it.
/// </summary>
internal static class DemoMark
{
    public const string OrganizationalUnit = "DEMO - NOT A REAL CERTIFICATE / 演示";

    // What a name must not say that is to be believed; the words stand in the names of demonstrations, too.
    private const string Words = "NOT A REAL CERTIFICATE";

    public static bool IsIn(string text) => text.Contains(Words, StringComparison.OrdinalIgnoreCase);

    public static bool IsOn(DistinguishedName name) =>
        name.Parts.Any(part => part.Any(attribute => attribute.Oid == Oids.OrganizationalUnitName && attribute.Text == OrganizationalUnit));
}
