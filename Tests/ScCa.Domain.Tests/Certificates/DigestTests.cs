using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Domain.Tests.Certificates;

public sealed class DigestTests
{
    private const string Valid = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_digest_is_64_lower_case_hex_digits() => Assert.Equal(Valid, Digest.Parse(Valid).Value);

    [Fact]
    public void Anything_else_is_refused()
    {
        foreach (var text in new[] { "", Valid[1..], Valid + "0", "A" + Valid[1..], "g" + Valid[1..], Valid[..63] + " ", "／" + Valid[1..] })
            Assert.Throws<FormatException>(() => Digest.Parse(text));
    }
}
