using System.Collections.Immutable;
using System.Text;
using ScCa.Application.Hall;

namespace ScCa.Web.Forms;

/// <summary>How operations are written in addresses: SealApply is <c>seal-apply</c>.</summary>
internal static class OperationAddress
{
    public static string Of(string operation)
    {
        var address = new StringBuilder();
        foreach (var c in operation)
        {
            if (char.IsAsciiLetterUpper(c) && address.Length > 0)
                address.Append('-');
            address.Append(char.ToLowerInvariant(c));
        }

        return address.ToString();
    }

    /// <summary>The operation of an address; null where there is none, and for New, which has a page of its own.</summary>
    public static string? Operation(string? address) => Names.FirstOrDefault(name => Of(name) == address);

    private static ImmutableArray<string> Names => OperationForm.Operations;
}
