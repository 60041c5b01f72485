using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ScCa.Gateways.Partners;

/// <summary>
/// What was asked for under each number, so that a stand-in can refuse a number that comes again with other content. In memory only: a digest of somebody's
/// phone on the disk is the phone itself to a patient reader. After a restart any content is taken for the first.
/// </summary>
internal sealed class LocalContents
{
    private readonly ConcurrentDictionary<string, string> digests = new(StringComparer.Ordinal);

    public bool IsFirstOrSame(string number, byte[] body)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(body));
        return digests.GetOrAdd(number, digest) == digest;
    }
}
