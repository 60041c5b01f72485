using Microsoft.CodeAnalysis;
using Xunit;

namespace ScCa.RuleArms.Tests;

/// <summary>The shapes a refusal is written in, and what is left when it is switched off.</summary>
public sealed class RefusalArmTests
{
    private const string Catalogue = """
        namespace ScCa.Domain.Refusals;
        public sealed record Refusal(string Rule);
        public abstract record Decision
        {
            public sealed record Refused(Refusal Why) : Decision;
            public sealed record Done : Decision;
            public static implicit operator Decision(Refusal why) => new Refused(why);
        }
        public static class Refuse
        {
            public static Refusal TooSmall(int n) => Of("T1", nameof(TooSmall) + n);
            public static Refusal TooLarge() => Of("T2", nameof(TooLarge));
            private static Refusal Of(string rule, string code) => new(rule + code);
        }
        """;

    [Theory]
    [InlineData("arm of a switch", "n switch { < 0 => Refuse.TooSmall(n), _ => new Decision.Done() }", "T1", "< 0 => Refuse.TooSmall(n)", "n switch { _ => new Decision.Done() }")]
    [InlineData("last arm", "n switch { > 0 => new Decision.Done(), _ => Refuse.TooLarge() }", "T2", "_ => Refuse.TooLarge()", "n switch { > 0 => new Decision.Done() }")]
    [InlineData("second branch", "n > 0 ? new Decision.Done() : Refuse.TooSmall(n)", "T1", "n > 0 ? new Decision.Done() : Refuse.TooSmall(n)", "new Decision.Done()")]
    [InlineData("first branch", "n < 0 ? Refuse.TooSmall(n) : new Decision.Done()", "T1", "n < 0 ? Refuse.TooSmall(n) : new Decision.Done()", "new Decision.Done()")]
    [InlineData("branch in an arm", "n switch { 1 => b ? Refuse.TooLarge() : new Decision.Done(), _ => new Decision.Done() }", "T2", "b ? Refuse.TooLarge() : new Decision.Done()", "n switch { 1 => new Decision.Done(), _ => new Decision.Done() }")]
    [InlineData("handed on by a pattern", "Check(n) is { } refusal ? refusal : new Decision.Done()", "(handed on)", "Check(n) is { } refusal ? refusal : new Decision.Done()", "new Decision.Done()")]
    [InlineData("handed on by an arm", "Check(n) switch { { } refusal => refusal, null => new Decision.Done() }", "(handed on)", "{ } refusal => refusal", "Check(n) switch { null => new Decision.Done() }")]
    public void A_refusal_in_an_expression_is_switched_off(string shape, string expression, string rule, string text, string without) =>
        Shape(shape, $"public static Decision Decide(int n, bool b) => {expression};", rule, text, $"public static Decision Decide(int n, bool b) => {without};");

    [Theory]
    [InlineData("arm with a pair", "(int?, Refusal?) M(int n) => n switch { 0 => (null, Refuse.TooSmall(n)), _ => (n, null) };", "T1", "0 => (null, Refuse.TooSmall(n))", "(int?, Refusal?) M(int n) => n switch { _ => (n, null) };")]
    [InlineData("branch next to null", "Refusal? M(int n) => n > 0 ? null : Refuse.TooSmall(n);", "T1", "n > 0 ? null : Refuse.TooSmall(n)", "Refusal? M(int n) => null;")]
    [InlineData("returned early", "Decision M(int n) { if (n < 0) return Refuse.TooSmall(n); return new Decision.Done(); }", "T1", "if (n < 0) return Refuse.TooSmall(n);", "Decision M(int n) { ; return new Decision.Done(); }")]
    [InlineData("returned early from a block", "Decision M(int n) { if (n < 0) { return Refuse.TooSmall(n); } return new Decision.Done(); }", "T1", "if (n < 0) { return Refuse.TooSmall(n); }", "Decision M(int n) { ; return new Decision.Done(); }")]
    [InlineData("instead of nothing", "Refusal M(Refusal? r) => r ?? Refuse.TooLarge();", "T2", "r ?? Refuse.TooLarge()", "Refusal M(Refusal? r) => (r!);")]
    public void A_refusal_in_a_member_is_switched_off(string shape, string member, string rule, string text, string without) =>
        Shape(shape, $"static {member}", rule, text, $"static {without}");

    [Fact]
    public void Where_both_branches_refuse_each_gives_way_to_the_other()
    {
        var (arms, notUnderstood, domain) = In("static Refusal M(int n) => n < 0 ? Refuse.TooSmall(n) : Refuse.TooLarge();");

        Assert.Empty(notUnderstood);
        Assert.Equal(["T1", "T2"], arms.Select(a => a.Rule));
        Assert.All(arms, a => Assert.NotNull(Without(a, domain).Emit().Image));
    }

    [Fact]
    public void A_refusal_in_a_constructor_is_reported_not_passed_over()
    {
        var (arms, notUnderstood, _) = In("static readonly Refusal? Why; static Some() { Why = Check(1) ?? Refuse.TooLarge(); }");

        Assert.Empty(arms);
        Assert.Equal(["Some.cs:2 Refuse.TooLarge()"], notUnderstood);
    }

    [Fact]
    public void A_shape_that_is_not_understood_is_reported_not_passed_over()
    {
        var (arms, notUnderstood, _) = In("static Decision M() => new Decision.Refused(Refuse.TooLarge());");

        Assert.Empty(arms);
        Assert.Equal(["Some.cs:2 Refuse.TooLarge()"], notUnderstood);
    }

    private static void Shape(string shape, string member, string rule, string text, string without)
    {
        var (arms, notUnderstood, domain) = In(member);

        Assert.Empty(notUnderstood);
        var arm = Assert.Single(arms);
        Assert.Equal(("Some.cs", 2, rule, text), (arm.File, arm.Line, arm.Rule, arm.Text));
        var switchedOff = Without(arm, domain);
        var (image, errors) = switchedOff.Emit();
        Assert.True(image is not null, $"{shape}: {errors}");
        Assert.Contains(Compact(without), Compact(switchedOff.Compilation.SyntaxTrees.Single(t => t.FilePath == "Some.cs").ToString()), StringComparison.Ordinal);
    }

    private static DomainSource Without(RefusalArm arm, DomainSource domain)
    {
        var tree = arm.Member.SyntaxTree;
        return domain.With(tree, tree.GetRoot().ReplaceNode(arm.SwitchedOff.Old, arm.SwitchedOff.New));
    }

    private static (IReadOnlyList<RefusalArm> Arms, IReadOnlyList<string> NotUnderstood, DomainSource Domain) In(string member)
    {
        var domain = DomainSource.From(
            [("Refuse.cs", Catalogue), ("Some.cs", $"namespace ScCa.Domain.Refusals; public static class Some {{\n{member}\nstatic Refusal? Check(int n) => null; }}")], []);
        var (arms, notUnderstood) = RefusalArm.In(domain);
        return (arms, notUnderstood, domain);
    }

    private static string Compact(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
}
