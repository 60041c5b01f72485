using System.Collections.Immutable;
using ScCa.Domain.Refusals;
using Xunit;

namespace ScCa.Domain.Tests.Refusals;

public sealed class RefusalTests
{
    [Fact]
    public void Refusals_are_equal_by_rule_code_and_facts()
    {
        var refusal = Refuse.ApplicationNotOpen(2);

        Assert.Equal(Refuse.ApplicationNotOpen(2), refusal);
        Assert.Equal(Refuse.ApplicationNotOpen(2).GetHashCode(), refusal.GetHashCode());
        Assert.NotEqual(Refuse.ApplicationNotOpen(3), refusal);
        Assert.NotEqual(refusal with { Rule = "A2" }, refusal);
        Assert.NotEqual(refusal with { Code = "Other" }, refusal);
        Assert.NotEqual(refusal with { Facts = ImmutableSortedDictionary<string, string>.Empty }, refusal);
    }

    [Fact]
    public void A_refusal_is_shown_by_rule_and_code_and_without_its_facts() =>
        Assert.Equal("P1 PayerIsNotTheHolder", Refuse.PayerIsNotTheHolder().ToString());
}
