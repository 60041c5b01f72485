using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Paths;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Spellings by which a name could slip past a constraint.</summary>
public sealed class NameConstraintFormsTests
{
    [Theory]
    [InlineData("https://www.example.com@evil.org/", "evil.org", true)]
    [InlineData("https://evil.org/@www.example.com", "www.example.com", false)]
    [InlineData("https://evil.org?@www.example.com", "www.example.com", false)]
    [InlineData("https://evil.org#@www.example.com", "www.example.com", false)]
    [InlineData("https://li:pass@www.example.com:8443", "www.example.com", true)]
    [InlineData("https://www.example.com./", "www.example.com", true)]
    [InlineData("https://10.1.2.3/", "example.com", null)]
    [InlineData("https://[::1]/", "example.com", null)]
    [InlineData("https:///path", "example.com", null)]
    [InlineData("urn:example:1", "example.com", null)]
    public void The_host_of_a_URI_is_what_a_client_would_ask(string uri, string root, bool? isInside) => Require(GeneralName.Uri(uri), GeneralName.Uri(root), isInside);

    [Theory]
    [InlineData("evil.example.com.", "example.com", true)]
    [InlineData("evil.example.com", "example.com.", true)]
    public void A_period_at_the_end_makes_no_other_name(string name, string root, bool isInside) => Require(GeneralName.DnsName(name), GeneralName.DnsName(root), isInside);

    [Theory]
    [InlineData("li", "example.com", null)]
    [InlineData("@example.com", "example.com", null)]
    [InlineData("li@", "example.com", null)]
    [InlineData("\"a@b\"@example.com", "example.com", true)]
    public void The_host_of_an_address_stands_after_the_last_at(string address, string root, bool? isInside) =>
        Require(GeneralName.EmailAddress(address), GeneralName.EmailAddress(root), isInside);

    [Theory]
    [InlineData("0A0102", "0A010203FFFFFFFF")]
    [InlineData("0A010203", "0A010203FFFFFF")]
    public void Addresses_of_odd_lengths_are_not_compared(string address, string root) =>
        Require(GeneralName.IpAddress(Convert.FromHexString(address)), GeneralName.IpAddress(Convert.FromHexString(root)), null);

    [Fact]
    public void A_distance_is_not_processed_and_not_overlooked() =>
        Assert.Equal(NameComparability.NotComparable, NameConstraintForms.Compare(GeneralName.DnsName("a"), new NameSubtree(GeneralName.DnsName("a"), HasDistance: true), isExcluding: false));

    private static void Require(GeneralName name, GeneralName root, bool? isInside) => Assert.Equal(
        isInside switch { null => NameComparability.NotComparable, true => NameComparability.Inside, false => NameComparability.Outside },
        NameConstraintForms.Compare(name, new NameSubtree(root), isExcluding: false));
}
