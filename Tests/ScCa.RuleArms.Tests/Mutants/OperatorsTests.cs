using Xunit;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>Each operator changes what it is meant to change, and all that it makes compiles or is dropped.</summary>
public sealed class OperatorsTests
{
    private const string Around = """
        namespace ScCa.Domain;
        public enum Colour { Red, Green, Blue }
        public sealed record Box(int Size, Colour Colour) { public bool IsOpen { get; init; } public int? Lid { get; init; } }
        public static class Dates { public static int PlusDays(this int date, int days) => date + days; }
        """;

    [Theory]
    [InlineData("bool M(int a, int b) => a < b;", "a < b → (a <= b)", "a < b → (a >= b)", "a < b → true", "a < b → false")]
    [InlineData("bool M(int a) { return a == 1; }", "a == 1 → (a != 1)", "1 → (1 + 1)", "1 → (1 - 1)")]
    [InlineData("object M(bool a, bool b) => a && b;", "a && b → (a)", "a && b → (b)", "a && b → (a)||(b)")]
    [InlineData("object M(bool a) => !a;", "!a → (a)")]
    [InlineData("object M(bool a, int b, int c) => a ? b : c;", "a ? b : c: branches swapped", "a → true", "a → false")]
    [InlineData("void M(bool a) { if (a) M(a); }", "a → true", "a → false", "M(a);: not done")]
    [InlineData("object M(string? a, string b) => a ?? b;", "a ?? b → ((a)!)", "a ?? b → (b)")]
    [InlineData("object M(object a) => a is string;", "a is string → (!(a is string))")]
    [InlineData("object M(object a) => !(a is string or int);", "!(a is string or int) → ((a is string or int))",
        "string or int → (string and int)", "string or int → (string)", "string or int → (int)")]
    [InlineData("object M(int a) => a + a;", "a + a → (a - a)")]
    [InlineData("object M(string a) => a + a;")]
    [InlineData("object M(int a) => -a;", "-a → (a)")]
    [InlineData("object M(long a) { a += a; a++; return a; }", "a += a;: not done", "a += a → a -= a", "a++ → a--")]
    [InlineData("object M(decimal a) => a * 1.5m;", "a * 1.5m → (a / 1.5m)", "1.5m → (1.5m + 1)", "1.5m → (1.5m - 1)")]
    [InlineData("object M(int a) => a.PlusDays(a);", "a → (-(a))")]
    [InlineData("object M() => Colour.Blue;", "Colour.Blue → Colour.Red")]
    [InlineData("const int Most = 3; object M() => Most;", "Most → (Most + 1)", "Most → (Most - 1)")]
    [InlineData("object M(int a) => a switch { > 2 => \"x\", _ => \"y\" };",
        "> 2 => …: arm removed", "_ => …: arm removed", "> 2 → >= 2", "> 2 → <= 2", "2 → (2 + 1)", "2 → (2 - 1)")]
    [InlineData("object M(int a, bool b) => a switch { < 0 when b => \"x\", _ => \"y\" };",
        "< 0 when b => …: arm removed", "< 0 → <= 0", "< 0 → >= 0", "0 → (0 + 1)", "0 → (0 - 1)", "_ => …: arm removed", "when b → (always)")]
    [InlineData("object M(Box a) => a is { IsOpen: true, Lid: not null };",
        "a is { IsOpen: true, Lid: not null } → (!(a is { IsOpen: true, Lid: not null }))", "IsOpen: true: not asked",
        "Lid: not null: not asked", "true → false", "not null → (null)")]
    [InlineData("object M(Box a) => a with { IsOpen = a.IsOpen, Lid = null };", "IsOpen = a.IsOpen: not assigned", "Lid = null: not assigned")]
    [InlineData("object M(int[] a) => a.Min();", "a.Min() → a.Max()")]
    [InlineData("object M(int[] a) => a.First(IsOdd);", "a.First(IsOdd) → a.Last(IsOdd)")]
    [InlineData("object M(int[] a) => a.Where(IsOdd).Any(IsOdd);", "a.Where(IsOdd).Any(IsOdd) → a.Where(IsOdd).All(IsOdd)", "a.Where(IsOdd): without Where")]
    [InlineData("object M(int[] a) => a.Any();", "a.Any() → (!a.Any())")]
    [InlineData("IEnumerable<int> M(int[] a) => a;", "a → []")]
    [InlineData("List<int> M(List<int> a) { return a; }", "a → []")]
    [InlineData("int[] M(int a, int b) => [a, b];", "a: left out of its list", "b: left out of its list")]
    [InlineData("object M(int a, int b) => Many(a, b);", "a: left out of the call", "b: left out of the call")]
    [InlineData("object M(int a, string b) => Between(a, 7, b);", "a ↔ 7", "7 → (7 + 1)", "7 → (7 - 1)", "b → null")]
    [InlineData("object M(int a, int b) => Math.Max(a, b);", "Math.Max(a, b) → Math.Min(a, b)")]
    [InlineData("int? M(int a) => a;", "a → null")]
    [InlineData("object M(int a) => throw new InvalidOperationException($\"{a + 1}\");")]
    [InlineData("void M(object a) { ArgumentNullException.ThrowIfNull(a); }")]
    public void A_member_has_these_mutants(string member, params string[] changes)
    {
        var (found, domain) = In(member);

        Assert.Equal(changes.Order(StringComparer.Ordinal), found.Select(m => m.Change).Order(StringComparer.Ordinal));
        Assert.Equal(found.Where(m => m.Change is not "string or int → (string and int)").Select(m => m.Number), domain.Mutants.Select(m => m.Number));
    }

    [Fact]
    public void What_does_not_compile_is_left_out_and_the_rest_stays()
    {
        var (found, domain) = In("object M(object a) => a is string b && b.Length > 0 ? b : a;");

        Assert.Contains("a is string b && b.Length > 0 → true", found.Select(m => m.Change));
        Assert.DoesNotContain("a is string b && b.Length > 0 → true", domain.Mutants.Select(m => m.Change));
        Assert.Contains("b.Length > 0 → (b.Length >= 0)", domain.Mutants.Select(m => m.Change));
    }

    [Theory]
    [InlineData("T M<T>(T a, bool b) where T : class => b ? a : null!;")]
    [InlineData("IEnumerable<int> M(int a) { yield return a + 1; }")]
    [InlineData("int M(out int a) { a = 1; return a; }")]
    [InlineData("int M { get { return 1; } }")]
    [InlineData("int M { get; } = 1;")]
    [InlineData("readonly int[] M = [1, 2];")]
    [InlineData("object M(params ReadOnlySpan<int> a) => a.Length + 1;")]
    public void Whatever_shape_a_member_has_its_mutants_stand_next_to_it(string member) => Assert.NotEmpty(In(member).Domain.Mutants);

    private static (IReadOnlyList<Mutant> Found, MutatedDomain Domain) In(string member)
    {
        var source = DomainSource.From(
            [
                ("Around.cs", Around),
                ("Some/Some.cs", $"""
                    namespace ScCa.Domain;
                    public static class Some
                    {"{"}
                        {Static(member)}
                        private static bool IsOdd(int n) => n % 2 != 0;
                        private static int Many(params int[] all) => all.Length;
                        private static int Between(int least, int most, string? what) => most - least;
                    {"}"}
                    """),
            ],
            []);
        Assert.NotNull(source.Emit().Image);
        var found = MutatedDomain.MutantsIn(source, f => f == "Some/Some.cs").Where(m => m.Member == "Some.M").ToList();
        return (found, MutatedDomain.Of(source, [.. found]));
    }

    private static string Static(string member) => member.StartsWith("const", StringComparison.Ordinal)
        ? member.Replace("; object", "; public static object", StringComparison.Ordinal)
        : $"public static {member}";
}
