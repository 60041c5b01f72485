using System.Xml.Linq;

namespace ScCa.Architecture.Tests;

/// <summary>A project as it is written: its references and its properties.</summary>
internal sealed record ProjectFile(TextFile File)
{
    private readonly XElement root = XElement.Parse(File.Text);

    public string Path => File.Path;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(File.Name);

    public string Assembly => Property("AssemblyName") ?? Name;

    /// <summary>A package that others build upon; a tool is run, not referenced.</summary>
    public bool IsPackedLibrary => Property("IsPackable") == "true" && Property("PackAsTool") != "true";

    public IEnumerable<string> ProjectReferences => Includes("ProjectReference").Select(i => System.IO.Path.GetFileNameWithoutExtension(i.Replace('\\', '/')));

    public IEnumerable<string> PackageReferences => Includes("PackageReference");

    public string? Property(string name) => root.Descendants(name).LastOrDefault()?.Value;

    private IEnumerable<string> Includes(string item) => root.Descendants(item).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}
