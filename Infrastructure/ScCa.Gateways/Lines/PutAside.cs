namespace ScCa.Gateways.Lines;

/// <summary>Files that could not be read and wait for somebody to look at them.</summary>
internal static class PutAside
{
    public static void DeleteAll(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.GetFiles(folder))
            File.Delete(file);
    }
}
