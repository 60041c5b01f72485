using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.RevocationLists;
using ScCa.Testing;

namespace ScCa.Pki.Tests.Paths;

/// <summary>What openssl verify says of the same files.</summary>
/// <param name="Error">The first X509_V_ERR_… by number; 0 where it names none.</param>
internal sealed partial record OpenSslVerdict(bool IsGood, int Error, string Text)
{
    public static OpenSslVerdict Of(PathCase files)
    {
        using var openSsl = new OpenSsl();
        openSsl.Write("target.crt", Pems(files.Target));
        openSsl.Write("roots.crt", Pems([.. files.Roots]));
        List<string> arguments =
        [
            "verify", "-no-CApath", "-no-CAstore", "-attime", files.Options.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            .. files.OpenSslOptions, "-CAfile", "roots.crt",
        ];
        if (files.Pool.Count > 0)
        {
            openSsl.Write("pool.crt", Pems([.. files.Pool]));
            arguments.AddRange(["-untrusted", "pool.crt"]);
        }

        if (files.Lists.Count > 0)
        {
            openSsl.Write("lists.crl", string.Concat(files.Lists.Select(list => Pem.Write(RevocationList.PemLabel, list))));
            arguments.AddRange(["-CRLfile", "lists.crl"]);
        }

        // The standard's user-initial-policy-set is anyPolicy where nothing is asked for; openssl's is empty.
        if (files.OpenSslOptions.Contains("-policy_check") && !files.OpenSslOptions.Contains("-policy"))
            arguments.AddRange(["-policy", Oids.AnyPolicy]);
        var (code, text) = openSsl.Run([.. arguments, "target.crt"]);
        var error = Number().Match(text);
        return new(code == 0 && text == "target.crt: OK\n", error.Success ? int.Parse(error.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0, text);
    }

    private static string Pems(params byte[][] certificates) =>
        certificates.Aggregate(new StringBuilder(), (text, certificate) => text.Append(Pem.Write(PkiCertificate.PemLabel, certificate))).ToString();

    [GeneratedRegex(@"^error (\d+) at \d+ depth", RegexOptions.Multiline)]
    private static partial Regex Number();
}
