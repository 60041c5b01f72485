using ScCa.Seals.Ofd.Archive;

namespace ScCa.Seals.Ofd;

/// <summary>Locations within a package (GB/T 33190, ST_Loc): from the root with a leading slash, else from the folder of the file that names them.</summary>
internal static class OfdPath
{
    /// <summary>The name of the file in the package.</summary>
    public static string Resolve(string fromFile, string location)
    {
        var text = location.Trim();
        var parts = new List<string>();
        if (!text.StartsWith('/'))
            parts.AddRange(Folder(fromFile).Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in (text.StartsWith('/') ? text[1..] : text).Split('/'))
        {
            if (part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                throw new SealRefusedException(SealRefusal.PackageNameUnsafe, fromFile);
            else
                parts.RemoveAt(parts.Count - 1);
        }

        var path = string.Join('/', parts);
        return ZipName.IsSafe(path) ? path : throw new SealRefusedException(SealRefusal.PackageNameUnsafe, fromFile);
    }

    /// <summary>As it is written into the package's files and into a seal signature's propertyInfo.</summary>
    public static string Absolute(string path) => "/" + path;

    public static string Folder(string file) => file.LastIndexOf('/') is var slash and > 0 ? file[..slash] : "";

    public static string Join(string folder, string file) => folder.Length == 0 ? file : $"{folder}/{file}";
}
