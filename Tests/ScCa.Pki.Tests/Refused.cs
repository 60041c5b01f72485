namespace ScCa.Pki.Tests;

/// <summary>For checks where a refusal is as good as the answer.</summary>
internal static class Refused
{
    public static bool Or(Func<bool> holds)
    {
        try
        {
            return holds();
        }
        catch (PkiRefusedException)
        {
            return true;
        }
    }
}
