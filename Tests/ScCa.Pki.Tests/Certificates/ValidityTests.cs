using ScCa.Pki.Algorithms;
using Xunit;

namespace ScCa.Pki.Tests.Certificates;

public sealed class ValidityTests
{
    [Theory, InlineData(-1, true), InlineData(0, true), InlineData(999, true), InlineData(1000, false)]
    public void The_last_second_is_valid_to_its_end(int milliseconds, bool isValid)
    {
        using var authority = new TestAuthority(PublicKeyKind.Sm2);

        Assert.Equal(isValid, authority.Certificate.IsValidAt(TestAuthority.NotAfter.AddMilliseconds(milliseconds)));
        Assert.True(authority.Certificate.IsValidAt(TestAuthority.NotBefore));
        Assert.False(authority.Certificate.IsValidAt(TestAuthority.NotBefore.AddTicks(-1)));
    }

    [Fact]
    public void What_has_no_end_is_valid_to_the_end_of_time()
    {
        using var authority = new TestAuthority(PublicKeyKind.Sm2);

        // RFC 5280 §4.1.2.5.
        var certificate = authority.Issue(authority.Name, authority.Key.PublicKey, [], notAfter: new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero));

        Assert.True(certificate.IsValidAt(TestAuthority.Now));
        Assert.True(certificate.IsValidAt(DateTimeOffset.MaxValue));
    }
}
