namespace ScCa.Application.Tests.Crashes;

/// <summary>A data folder with an authority in it, and what was asked of its keys.</summary>
internal sealed class RealOffices(string folder)
{
    public string Folder => folder;

    /// <summary>Serials in the order in which the authority was asked to sign under them.</summary>
    public List<string> Signed { get; } = [];

    /// <summary>Seals' ids likewise.</summary>
    public List<string> SealsSigned { get; } = [];
}
