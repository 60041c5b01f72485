namespace ScCa.Stores.Sqlite.Native;

/// <param name="Source">Configured path, system, packaged, or the host's own choice.</param>
internal sealed record NativeLibraryInUse(Version Version, string Source);
