using Mono.Cecil;
using ScCa.Testing;
using Xunit;

namespace ScCa.Architecture.Tests;

/// <summary>What the packages show to others changes only with a reviewed file.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string Folder = Repository.At("Tests", "ScCa.Architecture.Tests", "PublicSurface");

    public static TheoryData<string> Packages => [.. Codebase.OfTheRepository.ProductProjects.Where(p => p.IsPackedLibrary).Select(p => p.Assembly).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_shows_exactly_what_was_reviewed(string assembly) =>
        Golden.FileMatches(Path.Combine(Folder, assembly + ".txt"), PublicSurface.Of(Codebase.OfTheRepository.Assemblies.Single(a => a.Name.Name == assembly)));

    [Fact]
    public void Every_reviewed_file_belongs_to_a_package() => Golden.FolderHoldsExactly(Folder, Packages.Select(p => p.Data + ".txt"));

    [Fact]
    public void The_listing_reads_like_the_code() => Golden.Matches("surface-example", PublicSurface.Of(Planted("")));

    [Theory]
    [InlineData("public int Added;")]
    [InlineData("public int Added { get; init; }")]
    [InlineData("public int this[int i] => i;")]
    [InlineData("public event Action? Added;")]
    [InlineData("protected void Added() { }")]
    [InlineData("public sealed record Added(int A);")]
    [InlineData("public Thing(string more) : this(1, more) { }")]
    public void Whatever_is_added_for_others_to_see_is_a_difference(string member) => Assert.NotEqual(PublicSurface.Of(Planted("")), PublicSurface.Of(Planted(member)));

    [Theory]
    [InlineData("private int added; int M() => added++;")]
    [InlineData("internal int Added { get; init; }")]
    [InlineData("private protected void Added() { }")]
    [InlineData("internal sealed record Added(int A);")]
    public void What_others_cannot_see_is_none(string member) => Assert.Equal(PublicSurface.Of(Planted("")), PublicSurface.Of(Planted(member)));

    private static AssemblyDefinition Planted(string member) => Assemble.Planted("ScCa.Planted", $$"""
        namespace ScCa.Planted;
        public record Thing(int Count, string? Name) { public const string Kind = "thing"; {{member}} }
        public enum Colour { Red, Green = 4 }
        public interface IMaker<T> where T : class { ValueTask<T?> Make(Thing of, int times = 1, CancellationToken cancellation = default); static abstract T Initial { get; } }
        public static class Makers { public static bool TryFind(string name, out IMaker<string>? maker) { maker = null; return false; } public static int? None => null; }
        public readonly struct Pair { public static Pair operator +(Pair a, Pair b) => a; public int[] Both { get; init; } public sealed class Inner; }
        public delegate int Count(ReadOnlySpan<byte> bytes);
        """);
}
