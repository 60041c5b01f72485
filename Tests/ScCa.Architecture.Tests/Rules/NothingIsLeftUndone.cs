using System.Text.RegularExpressions;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class NothingIsLeftUndone : IRule
{
    // Put together from halves, so that the rule does not find itself.
    private static readonly Regex Marks = new(
        $@"\b({"TO" + "DO"}|{"FIX" + "ME"}|{"HA" + "CK"}|{"XX" + "X"})\b|{"NotImplemented" + "Exception"}|\b{"Skip"}(Unless|When)?\s*=\s*[""$@n]|#pragma warning {"dis" + "able"}|{"Suppress" + "Message"}\((?!.*Justification = ""[^""]{{10}})",
        RegexOptions.CultureInvariant);

    public string Sentence => "Nothing is left undone, silenced or switched off: no marks for later, no unwritten methods, no skipped tests, no warning suppressed without its reason.";

    public IEnumerable<Plant> Plants =>
    [
        Case("a mark for later", "// TO" + "DO: think", "// thought through"),
        Case("a known fault", "// FIX" + "ME", "// fixed"),
        Case("an unwritten method", "throw new NotImplemented" + "Exception();", "throw new NotSupportedException();"),
        Case("a skipped test", "[Fact(Sk" + "ip = \"slow\")]", "[Fact]"),
        Case("a conditionally skipped test", "[Fact(Sk" + "ipUnless = nameof(Ready))]", "[Fact] // .Skip(3)"),
        Case("a silenced warning", "#pragma warning dis" + "able CA1000", "#pragma warning restore CA1000"),
        Case("a warning suppressed without a reason", "[Suppress" + "Message(\"Security\", \"CA5350\")]", "[Suppress" + "Message(\"Security\", \"CA5350\", Justification = \"RFC 5280 asks for it.\")]"),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from file in code.Files
        where Languages.IsCode(file.Path)
        from line in file.Lines
        where Marks.IsMatch(line.Text)
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}";

    private static Plant Case(string what, string violation, string twin) =>
        new(what, Codebase.Of(new TextFile("Domain/A.cs", violation)), Codebase.Of(new TextFile("Domain/A.cs", twin)));
}
