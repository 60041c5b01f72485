using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>Whether a name lies in a subtree of the same form, RFC 5280 §4.2.1.10.</summary>
internal static class NameConstraintForms
{
    public static NameComparability Compare(GeneralName name, NameSubtree subtree, bool isExcluding)
    {
        // "the minimum MUST be zero, and maximum MUST be absent"; §4.2.1.10 lets the application process them or refuse.
        if (subtree.HasDistance)
            return NameComparability.NotComparable;
        return name.Kind switch
        {
            GeneralNameKind.DirectoryName => Of(subtree.Root.Directory!.Contains(name.Directory!)),
            GeneralNameKind.DnsName => DnsName(name.Text!, subtree.Root.Text!, isExcluding),
            GeneralNameKind.EmailAddress => EmailAddress(name.Text!, subtree.Root.Text!),
            GeneralNameKind.Uri => Uri(name.Text!, subtree.Root.Text!),
            GeneralNameKind.IpAddress => IpAddress(name.Octets.Span, subtree.Root.Octets.Span),
            _ => NameComparability.NotComparable,
        };
    }

    // "Any DNS name that can be constructed by simply adding zero or more labels to the left-hand side of the name satisfies the name constraint."
    private static NameComparability DnsName(string name, string root, bool isExcluding)
    {
        var (host, limit) = (Host(name), Host(root));
        if (limit.Length == 0)
            return NameComparability.Inside;
        // A leading period is not in the standard; authorities write it for "below, and not the name itself".
        if (limit[0] == '.' ? IsBelow(host, limit) : IsSame(host, limit) || IsBelow(host, $".{limit}"))
            return NameComparability.Inside;
        // A wildcard can stand for the excluded name itself.
        return Of(isExcluding && host.StartsWith("*.", StringComparison.Ordinal) && IsBelow(limit, host[1..]));
    }

    private static NameComparability EmailAddress(string name, string root)
    {
        var at = name.LastIndexOf('@');
        if (at <= 0 || at == name.Length - 1)
            return NameComparability.NotComparable;
        var (mailbox, host) = (name[..at], Host(name[(at + 1)..]));
        var rootAt = root.LastIndexOf('@');
        if (rootAt >= 0)
            // RFC 5280 §7.5: "the local-part … exact match", and the host without regard to case.
            return Of(string.Equals(mailbox, root[..rootAt], StringComparison.Ordinal) && IsSame(host, Host(root[(rootAt + 1)..])));
        return Of(HostMatches(host, Host(root)));
    }

    private static NameComparability Uri(string name, string root)
    {
        // "If a constraint is applied to … a URI that does not include an authority component with a fully qualified domain name …, then the application MUST reject."
        return HostOfUri(name) is { } host ? Of(HostMatches(host, Host(root))) : NameComparability.NotComparable;
    }

    private static NameComparability IpAddress(ReadOnlySpan<byte> address, ReadOnlySpan<byte> root)
    {
        if (address.Length is not (4 or 16) || root.Length is not (8 or 32))
            return NameComparability.NotComparable;
        if (root.Length != 2 * address.Length)
            return NameComparability.Outside;
        var network = root[..address.Length];
        var mask = root[address.Length..];
        for (var i = 0; i < address.Length; i++)
        {
            if (((address[i] ^ network[i]) & mask[i]) != 0)
                return NameComparability.Outside;
        }

        return NameComparability.Inside;
    }

    // E-mail and URI: a leading period means every host below, otherwise it is that host alone.
    private static bool HostMatches(string host, string limit) => limit.StartsWith('.') ? IsBelow(host, limit) : IsSame(host, limit);

    private static string? HostOfUri(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0)
            return null;
        var authority = uri[(scheme + 3)..];
        var end = authority.AsSpan().IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority[..end];
        // RFC 3986 §3.2.1: what stands before the last @ is no part of the host.
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host.StartsWith('['))
            return null;
        var port = host.IndexOf(':', StringComparison.Ordinal);
        host = Host(port < 0 ? host : host[..port]);
        return host.Length == 0 || System.Net.IPAddress.TryParse(host, out _) ? null : host;
    }

    // A period at the end says that the name is whole; it is the same name.
    private static string Host(string name) => name.EndsWith('.') ? name[..^1] : name;

    private static bool IsSame(string host, string limit) => string.Equals(host, limit, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string host, string limit) => host.Length > limit.Length && host.EndsWith(limit, StringComparison.OrdinalIgnoreCase);

    private static NameComparability Of(bool isInside) => isInside ? NameComparability.Inside : NameComparability.Outside;
}
