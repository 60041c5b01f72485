namespace ScCa.Seals.Tests;

/// <summary>Signed documents and seals with fictional names, made and checked by other implementations.</summary>
internal static class Fixtures
{
    public static byte[] SealedOfd => File("fix_v4.ofd");

    public static byte[] SignedOfd => File("fix_sign35275.ofd");

    public static byte[] File(string name) => Testing.Fixtures.Fixtures.File(name);
}
